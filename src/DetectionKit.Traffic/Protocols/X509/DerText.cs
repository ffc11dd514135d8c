using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Protocols.X509;

/// <summary>DER values as text, numbers and times.</summary>
internal static class DerText
{
    private const int MostArcs = 32;

    /// <summary>An object identifier with dots; empty where it is none.</summary>
    public static string Identifier(ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder();
        var arc = 0UL;
        var count = 0;
        foreach (var each in content)
        {
            if (arc > ulong.MaxValue >> 8 || count > MostArcs)
                return "";
            arc = arc << 7 | (uint)(each & 0x7F);
            if ((each & 0x80) != 0)
                continue;
            if (count++ == 0)
            {
                var first = Math.Min(2UL, arc / 40);
                text.Append(CultureInfo.InvariantCulture, $"{first}.{arc - (first * 40)}");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $".{arc}");
            }

            arc = 0;
        }

        return text.ToString();
    }

    /// <summary>A string of any kind.</summary>
    public static string Text(byte tag, ReadOnlySpan<byte> content) => tag switch
    {
        DerTag.BmpString => Encoding.BigEndianUnicode.GetString(content),
        DerTag.UniversalString => Wide(content),
        DerTag.Utf8String => Encoding.UTF8.GetString(content),
        _ => Encoding.Latin1.GetString(content),
    };

    /// <summary>UTCTime or GeneralizedTime (RFC 5280 section 4.1.2.5), in UTC or with an offset; null where it is none.</summary>
    public static Timestamp? Time(byte tag, ReadOnlySpan<byte> content)
    {
        var text = Encoding.Latin1.GetString(content);
        if (tag == DerTag.UtcTime && text.Length > 2)
            text = (text[0] >= '5' ? "19" : "20") + text;
        else if (tag != DerTag.GeneralizedTime)
            return null;
        if (text.EndsWith('Z'))
            text = text[..^1] + "+0000";
        if (!DateTimeOffset.TryParseExact(
            text, ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmzzz", "yyyyMMddHHmmss.FFFFFFFzzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        // Beyond what nanoseconds can say ("no expiry": 9999-12-31) the last moment stands for it.
        var seconds = Math.Clamp(time.ToUnixTimeSeconds(), -9_000_000_000, 9_223_372_036);
        return new(seconds * Timestamp.NanosecondsPerSecond);
    }

    /// <summary>An integer in hexadecimal, without the zero that only says that it is positive.</summary>
    public static string Hex(ReadOnlySpan<byte> content) =>
        Convert.ToHexStringLower(content.Length > 1 && content[0] == 0 ? content[1..] : content);

    /// <summary>How many bits an unsigned integer has.</summary>
    public static int Bits(ReadOnlySpan<byte> content)
    {
        content = content.TrimStart((byte)0);
        return content.IsEmpty ? 0 : (content.Length * 8) - (System.Numerics.BitOperations.LeadingZeroCount(content[0]) - 24);
    }

    private static string Wide(ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder();
        for (; content.Length >= 4; content = content[4..])
        {
            var code = (long)content[0] << 24 | (long)content[1] << 16 | (long)content[2] << 8 | content[3];
            text.Append(Rune.TryCreate((int)Math.Min(code, int.MaxValue), out var rune) ? rune : Rune.ReplacementChar);
        }

        return text.ToString();
    }
}
