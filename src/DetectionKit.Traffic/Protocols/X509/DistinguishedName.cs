using System.Text;

namespace DetectionKit.Traffic.Protocols.X509;

/// <summary>Who a certificate is about, or who issued it (RFC 5280 section 4.1.2.4): attributes in the certificate's order.</summary>
internal sealed class DistinguishedName
{
    private const int Most = 64;
    private readonly List<(string Type, string Value)> _attributes = [];

    private DistinguishedName()
    {
    }

    /// <summary>The name as text, most specific first, escaped (RFC 4514): <c>CN=host,O=Example,C=DE</c>.</summary>
    public string Text => string.Join(',', Enumerable.Reverse(_attributes).Select(one => $"{one.Type}={Escaped(one.Value)}"));

    /// <summary>The last value of an attribute; null: it has none.</summary>
    /// <param name="type">RFC 4514's short name, or the dotted identifier.</param>
    public string? this[string type] => _attributes.FindLast(one => string.Equals(one.Type, type, StringComparison.Ordinal)).Value;

    /// <summary>Reads a name.</summary>
    /// <param name="content">The content of its sequence.</param>
    public static DistinguishedName Read(ReadOnlySpan<byte> content)
    {
        var name = new DistinguishedName();
        var sets = new DerReader(content);
        while (sets.Tag == DerTag.Set && name._attributes.Count < Most)
        {
            var set = sets.Into(DerTag.Set);
            while (set.Tag == DerTag.Sequence && name._attributes.Count < Most)
            {
                var pair = set.Into(DerTag.Sequence);
                var type = DerText.Identifier(pair.Next(DerTag.ObjectIdentifier));
                var tag = pair.Tag;
                name._attributes.Add((X509Names.Attribute(type), DerText.Text(tag, pair.Next())));
            }
        }

        return name;
    }

    private static string Escaped(string value)
    {
        if (value.Length == 0 || (value.IndexOfAny([',', '+', '"', '\\', '<', '>', ';', '\0']) < 0 && value[0] is not (' ' or '#') && value[^1] != ' '))
            return value;
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\0')
            {
                text.Append("\\00");
                continue;
            }

            if (c is ',' or '+' or '"' or '\\' or '<' or '>' or ';' || (i == 0 && c is ' ' or '#') || (i == value.Length - 1 && c == ' '))
                text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }
}
