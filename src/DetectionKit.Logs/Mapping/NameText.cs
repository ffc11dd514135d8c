using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Mapping;

/// <summary>Takes distinguished names apart (RFC 4514): <c>CN=a,O=b\, c</c>; also the form with slashes, <c>/CN=a/O=b</c>.</summary>
internal static class NameText
{
    /// <summary>A line of a table that takes one attribute of a name.</summary>
    /// <param name="field">The model's field.</param>
    /// <param name="attribute">The attribute's type: <c>CN</c>.</param>
    /// <param name="from">The source's fields.</param>
    public static FieldMap Part(string field, string attribute, params string[] from) => FieldMap.Of(field, value => PartOf(value.ToText(), attribute), [.. from]);

    /// <summary>The lines for all attributes that CIM's Certificates knows of a subject or an issuer.</summary>
    /// <param name="prefix"><c>ssl_subject</c> or <c>ssl_issuer</c>.</param>
    /// <param name="from">The source's fields.</param>
    public static IEnumerable<FieldMap> Parts(string prefix, params string[] from) =>
    [
        FieldMap.Of(prefix, [.. from]),
        Part(prefix + "_common_name", "CN", from),
        Part(prefix + "_email", "emailAddress", from),
        Part(prefix + "_locality", "L", from),
        Part(prefix + "_organization", "O", from),
        Part(prefix + "_state", "ST", from),
        Part(prefix + "_street", "STREET", from),
        Part(prefix + "_unit", "OU", from),
    ];

    private static Value PartOf(string name, string attribute)
    {
        var separator = name.StartsWith('/') ? '/' : ',';
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && (name[i] != separator || (i > 0 && name[i - 1] == '\\')))
                continue;
            var part = name.AsSpan(start, i - start).TrimStart();
            start = i + 1;
            if (part.Length > attribute.Length && part[attribute.Length] == '=' && part.StartsWith(attribute, StringComparison.OrdinalIgnoreCase))
                return Value.Of(part[(attribute.Length + 1)..].ToString().Replace("\\,", ",", StringComparison.Ordinal));
        }

        return default;
    }
}
