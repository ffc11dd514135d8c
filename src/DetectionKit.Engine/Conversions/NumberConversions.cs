using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Conversions;

/// <summary>Convert's functions from texts to numbers.</summary>
internal static class NumberConversions
{
    /// <summary>The first that fits: a number, one with commas, a duration, minutes and seconds, a size.</summary>
    public static Value Auto(Value value, ConversionCall call)
    {
        ValueConversion[] all = [Plain, Rmcomma, TimeConversions.Dur2sec, TimeConversions.Mstime, Memk];
        return all.Select(convert => convert(value, call)).FirstOrDefault(converted => !converted.IsNull);
    }

    /// <summary><c>12,345</c> to 12345.</summary>
    public static Value Rmcomma(Value value, ConversionCall call) => Plain(Value.Of(value.ToText().Replace(",", "", StringComparison.Ordinal)), call);

    /// <summary><c>2ms</c> to 2: the number at the beginning.</summary>
    public static Value Rmunit(Value value, ConversionCall call)
    {
        var text = value.ToText().AsSpan().TrimStart();
        return Plain(Value.Of(text[..NumberLength(text)].ToString()), call);
    }

    /// <summary><c>12g</c> to kilobytes; <c>k</c> and no letter are kilobytes, <c>m</c> mega, <c>g</c> giga.</summary>
    public static Value Memk(Value value, ConversionCall _)
    {
        var text = value.ToText().AsSpan().Trim();
        var length = NumberLength(text);
        long? factor = text[length..] switch
        {
            "" or "k" or "K" => 1,
            "m" or "M" => 1024,
            "g" or "G" => 1024 * 1024,
            _ => null,
        };
        return factor is { } known && double.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? Number(number * known)
            : Value.Null;
    }

    /// <summary>A number, whole where it is.</summary>
    public static Value Number(double number)
    {
        var value = Value.Of(number);
        return value.TryGetInteger(out var whole) ? Value.Of(whole) : value;
    }

    private static Value Plain(Value value, ConversionCall _)
    {
        if (value.TryGetInteger(out var whole))
            return Value.Of(whole);
        return value.TryGetNumber(out var number) ? Number(number) : Value.Null;
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var at = text.StartsWith("-", StringComparison.Ordinal) || text.StartsWith("+", StringComparison.Ordinal) ? 1 : 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
        }

        return at;
    }
}
