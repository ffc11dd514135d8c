using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Coap;

/// <summary>CoAP's options (RFC 7252 section 3.1, and IANA's registry of their numbers) and the payload behind them.</summary>
internal static class CoapOptions
{
    private static readonly ByteSet Unreserved = ByteSet.Of("-._~"u8).Or(ByteSet.Digits).Or(ByteSet.Letters);

    /// <summary>Evidence in the options, or -1 where they are none. Who gets or deletes sends no payload along.</summary>
    public static int Weigh(ReadOnlySpan<byte> bytes, bool mayCarry)
    {
        var reader = new ByteReader(bytes);
        var number = 0;
        var bits = 0;
        while (reader.Left > 0)
        {
            var head = reader.U8();
            if (head == 0xFF)
                return mayCarry && reader.Left > 0 ? bits + 4 : -1;
            var delta = Extended(head >> 4, ref reader);
            var length = Extended(head & 0x0F, ref reader);
            if (delta < 0 || length < 0)
                return -1;
            number += delta;
            var value = reader.Take(length);
            var weight = reader.Short ? -1 : Weight(number, value);
            if (weight < 0)
                return -1;
            // Said again, an option proves only what its text does.
            bits += delta == 0 && !IsText(number) ? 0 : weight;
        }

        return Math.Min(bits, 60);
    }

    private static int Extended(int nibble, ref ByteReader reader) => nibble switch
    {
        13 => 13 + reader.U8(),
        14 => 269 + reader.U16(),
        15 => -1,
        _ => nibble,
    };

    private static bool IsText(int number) => number is 3 or 8 or 11 or 15 or 20 or 35 or 39;

    /// <summary>Names of resources are made of few characters (RFC 3986 section 2.3): each of those says more than any other text.</summary>
    private static int TextBits(ReadOnlySpan<byte> value) =>
        !Ascii.IsAll(value, Unreserved) ? 6 + Math.Min(value.Length, 10) : 8 + Math.Min(2 * value.Length, 16);

    private static int Weight(int number, ReadOnlySpan<byte> value) => number switch
    {
        _ when IsText(number) => value.Length is > 0 and < 256 && Ascii.IsPrintable(value) ? TextBits(value) : number is 11 or 15 && value.IsEmpty ? 2 : -1,
        1 or 4 => value.Length <= 8 ? 2 : -1,
        5 => value.IsEmpty ? 8 : -1,
        9 => value.Length <= 64 && (value.IsEmpty || (value[0] & 0xE0) == 0) ? 3 : -1, // OSCORE (RFC 8613 section 6.1)
        6 or 14 or 16 or 23 or 27 or 28 or 60 => value.Length <= 4 && (value.IsEmpty || value[0] != 0) ? 4 : -1,
        7 or 12 or 17 => value.Length <= 2 ? 4 : -1,
        19 or 21 or 31 or 252 or 258 or 292 => value.Length <= 40 ? 1 : -1,
        >= 2048 and < 65536 => 0,
        _ => -1,
    };
}
