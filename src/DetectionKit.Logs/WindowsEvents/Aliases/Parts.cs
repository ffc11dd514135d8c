using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>Takes parts out of values, as the add-ons' searches do.</summary>
internal static class Parts
{
    /// <summary>A user without the domain: <c>CORP\alice</c> is <c>alice</c>.</summary>
    public static Value User(Value account)
    {
        var text = account.ToText();
        return Value.Of(text[(text.LastIndexOf('\\') + 1)..]);
    }

    /// <summary>The domain of <c>CORP\alice</c>; absent where there is none.</summary>
    public static Value Domain(Value account)
    {
        var text = account.ToText();
        return text.LastIndexOf('\\') is var at and > 0 ? Value.Of(text[..at]) : Value.Null;
    }

    /// <summary>A process' number, which the audit log writes in hexadecimal: <c>0x1f4</c> is 500.</summary>
    public static Value Number(Value number)
    {
        var text = number.ToText();
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(text.AsSpan(2), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var parsed)
            ? Value.Of(parsed)
            : number;
    }

    /// <summary>Absent where Windows writes a hyphen for nothing.</summary>
    public static Value Said(Value value) => value.ToText() is "-" or "" ? Value.Null : value;

    /// <summary>An address; an IPv4 one inside IPv6 in its own form.</summary>
    public static Value Address(Value address)
    {
        var text = address.ToText();
        return Said(Value.Of(text.StartsWith("::ffff:", StringComparison.OrdinalIgnoreCase) ? text["::ffff:".Length..] : text));
    }

    /// <summary>One of the hashes of <c>MD5=..,SHA256=..</c>; absent where it is not there.</summary>
    public static Value Hash(Value hashes, string algorithm)
    {
        var text = hashes.ToText().AsSpan();
        foreach (var range in text.Split(','))
        {
            var part = text[range];
            if (part.Length > algorithm.Length && part[algorithm.Length] == '=' && part.StartsWith(algorithm, StringComparison.OrdinalIgnoreCase))
                return Value.Of(part[(algorithm.Length + 1)..].ToString());
        }

        return Value.Null;
    }
}
