using System.Globalization;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Conversions;

/// <summary>Convert's functions on times and durations.</summary>
internal static class TimeConversions
{
    /// <summary>Epoch seconds to a time in the format.</summary>
    public static Value Ctime(Value value, ConversionCall call) => TimeFunctions.Strftime(call.Run, value, call.Format);

    /// <summary>A time in the format to epoch seconds.</summary>
    public static Value Mktime(Value value, ConversionCall call) => TimeFunctions.Strptime(call.Run, value, call.Format);

    /// <summary><c>[D+]HH:MM:SS</c>, or <c>MM:SS</c>, to seconds.</summary>
    public static Value Dur2sec(Value value, ConversionCall _)
    {
        var text = value.ToText().AsSpan().Trim();
        long days = 0;
        if (text.IndexOf('+') is > 0 and var plus)
        {
            if (!Digits(text[..plus], out days))
                return Value.Null;
            text = text[(plus + 1)..];
        }

        Span<Range> parts = stackalloc Range[4];
        var count = text.Split(parts, ':');
        if (count is < 2 or > 3)
            return Value.Null;
        long seconds = 0;
        for (var i = 0; i < count; i++)
        {
            if (!Digits(text[parts[i]], out var part) || (i > 0 && part > 59))
                return Value.Null;
            seconds = (seconds * 60) + part;
        }

        return Value.Of((days * 86_400) + seconds);
    }

    /// <summary><c>[MM:]SS.SSS</c> to seconds.</summary>
    public static Value Mstime(Value value, ConversionCall _)
    {
        var text = value.ToText().AsSpan().Trim();
        long minutes = 0;
        if (text.IndexOf(':') is >= 0 and var colon)
        {
            if (!Digits(text[..colon], out minutes))
                return Value.Null;
            text = text[(colon + 1)..];
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? NumberConversions.Number((minutes * 60) + seconds)
            : Value.Null;
    }

    private static bool Digits(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 1_000_000_000;
}
