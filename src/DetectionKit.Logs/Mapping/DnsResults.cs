using System.Collections.Frozen;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Mapping;

/// <summary>DNS result codes by name and number (RFC 6895 section 2.3), however a log spells them.</summary>
internal static class DnsResults
{
    private static readonly string[] Names = ["NoError", "FormErr", "ServFail", "NXDomain", "NotImp", "Refused", "YXDomain", "YXRRSet", "NXRRSet", "NotAuth", "NotZone"];

    private static readonly FrozenDictionary<string, int> Numbers =
        Names.Select((name, number) => KeyValuePair.Create(name, number)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name as the model writes it; a name that is not known stays.</summary>
    /// <param name="code">A name, with or without blanks, or a number.</param>
    public static Value NameOf(Value code) => IndexOf(code) is { } number ? Value.Of(Names[number]) : code;

    /// <summary>The number, or absent.</summary>
    /// <param name="code">A name or a number.</param>
    public static Value NumberOf(Value code) => IndexOf(code) is { } number ? Value.Of(number) : code.TryGetInteger(out var other) ? Value.Of(other) : default;

    private static int? IndexOf(Value code)
    {
        if (code.TryGetInteger(out var number))
            return number is >= 0 and <= 10 ? (int)number : null;
        return Numbers.TryGetValue(code.ToText().Replace(" ", "", StringComparison.Ordinal), out var found) ? found : null;
    }
}
