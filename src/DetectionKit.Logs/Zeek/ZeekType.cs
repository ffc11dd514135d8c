using System.Buffers.Text;
using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Zeek;

/// <summary>A column's type, as the line <c>#types</c> names it.</summary>
/// <param name="IsMany">Whether it is a set or a vector.</param>
/// <param name="IsNumber">Whether its items are numbers.</param>
internal readonly record struct ZeekType(bool IsMany, bool IsNumber)
{
    /// <summary>The type of that name.</summary>
    /// <param name="name">The name: <c>count</c>, <c>set[string]</c>.</param>
    public static ZeekType Of(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        var item = open < 0 ? name : name[(open + 1)..].TrimEnd(']');
        return new(open >= 0, item is "time" or "interval" or "double" or "count" or "int" or "port");
    }

    /// <summary>One value; a number where the type says so and nothing of its text is lost.</summary>
    /// <param name="text">Its text.</param>
    public Value Read(ReadOnlySpan<byte> text)
    {
        if (IsNumber && Utf8Parser.TryParse(text, out long whole, out var used) && used == text.Length)
            return Value.Of(whole);
        if (IsNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Value.Of(number);
        return Value.Of(ZeekText.Unescape(text));
    }
}
