using System.Globalization;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Conversions between numbers and text (Splunk Search Reference, "Conversion functions").</summary>
public static class ConversionFunctions
{
    /// <summary><c>tostring(x, format)</c>: as text; <c>hex</c>, <c>binary</c>, <c>commas</c> (two decimal places) or <c>duration</c> (seconds as HH:MM:SS).</summary>
    /// <param name="x">The value.</param>
    /// <param name="format">The format.</param>
    [EvalFunction("tostring")]
    public static Value ToString(Value x, Value format = default)
    {
        if (x.Kind == ValueKind.Multi)
            return Value.OfMany(x.Items.Select(item => ToString(item, format)));
        var number = Numbers.Read(x);
        if (x.IsNull || format.IsNull || number.IsNull)
            return x.IsNull ? Value.Null : Value.Of(x.ToText());
        return format.ToText().ToLowerInvariant() switch
        {
            "hex" => InBase(number, 16, "0x"),
            "binary" => InBase(number, 2, ""),
            "commas" => Value.Of(Commas(number)),
            "duration" => Duration(Numbers.Real(number)),
            _ => Value.Of(x.ToText()),
        };
    }

    /// <summary><c>tonumber(text, base)</c>: absent where the text spells no number in that base (2 to 36; 10 where none is given), blanks before or behind it included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="radix">The base.</param>
    [EvalFunction("tonumber")]
    public static Value ToNumber(Value text, Value radix = default)
    {
        if (text.Kind == ValueKind.Multi)
            return Value.OfMany(text.Items.Select(item => ToNumber(item, radix)));
        var number = radix.IsNull ? Value.Of(10) : Numbers.Read(radix);
        if (text.IsNull || !number.TryGetInteger(out var b) || b is < 2 or > 36)
            return Value.Null;
        var digits = text.ToText().AsSpan();
        if (b == 10)
            return text.IsNumeric ? text : Decimal(digits);
        if (b == 16 && digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            digits = digits[2..];
        return OfDigits(digits, (int)b);
    }

    /// <summary><c>printf(format, ...)</c>: the format filled with the arguments, as C's printf does it.</summary>
    /// <param name="values">The format, and what fills it.</param>
    [EvalFunction("printf")]
    public static Value Print(params ReadOnlySpan<Value> values) =>
        values.IsEmpty || values[0].IsNull ? Value.Null : MadeText.Of(PrintFormat.Fill(values[0].ToText(), values[1..]));

    /// <summary><c>ipmask(mask, address)</c>: the IPv4 address with the bits that the mask lacks set to 0.</summary>
    /// <param name="mask">The mask in dotted form.</param>
    /// <param name="address">The address.</param>
    [EvalFunction("ipmask")]
    public static Value IpMask(Value mask, Value address) =>
        IpAddress.TryParseDotted(mask.ToText(), out var kept) && IpAddress.TryParseDotted(address.ToText(), out var bits)
            ? Value.Of(IpAddress.FromV4(bits & kept).ToString())
            : Value.Null;

    private static Value Decimal(ReadOnlySpan<char> text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return Value.Of(whole);
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : Value.Null;
    }

    private static Value OfDigits(ReadOnlySpan<char> text, int radix)
    {
        Int128 number = 0;
        if (text.IsEmpty || text.Length > 64)
            return Value.Null;
        foreach (var unit in text)
        {
            var digit = char.IsAsciiDigit(unit) ? unit - '0' : char.IsAsciiLetter(unit) ? char.ToLowerInvariant(unit) - 'a' + 10 : radix;
            if (digit >= radix)
                return Value.Null;
            number = (number * radix) + digit;
            if (number > long.MaxValue)
                return Value.Null;
        }

        return Value.Of((long)number);
    }

    private static Value InBase(Value number, int radix, string prefix)
    {
        var real = Math.Truncate(Numbers.Real(number));
        if (Math.Abs(real) >= 9.2e18)
            return Value.Null;
        var whole = number.Kind == ValueKind.Integer ? Numbers.Whole(number) : (long)real;
        var digits = whole.ToString(radix == 16 ? "X" : "B", CultureInfo.InvariantCulture);
        return Value.Of(prefix + digits);
    }

    private static string Commas(Value number) => number.Kind == ValueKind.Integer
        ? Numbers.Whole(number).ToString("#,0", CultureInfo.InvariantCulture)
        : Numbers.Real(MathFunctions.Round(number, Value.Of(2))).ToString("#,0.00", CultureInfo.InvariantCulture);

    // Days stand before a plus sign; a fraction has six places.
    private static Value Duration(double seconds)
    {
        if (Math.Abs(seconds) > 9e9)
            return Value.Null;
        var microseconds = (long)Math.Round(Math.Abs(seconds) * 1e6);
        var whole = microseconds / 1_000_000;
        var days = whole / 86400;
        var text = string.Create(CultureInfo.InvariantCulture, $"{whole / 3600 % 24:00}:{whole / 60 % 60:00}:{whole % 60:00}");
        if (days > 0)
            text = string.Create(CultureInfo.InvariantCulture, $"{days}+{text}");
        if (microseconds % 1_000_000 != 0)
            text += string.Create(CultureInfo.InvariantCulture, $".{microseconds % 1_000_000:000000}");
        return Value.Of(seconds < 0 ? "-" + text : text);
    }
}
