using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Gtp;

/// <summary>GTP' for charging records (3GPP TS 32.295 section 6): protocol type 0, spare bits of ones, and a header of six bytes (twenty in version 0's long form).</summary>
internal static class GtpPrime
{
    /// <summary>Whether a first byte is one of its.</summary>
    /// <param name="first">The byte.</param>
    public static bool Begins(byte first) => first >> 5 <= 2 && (first & 0x1E) == 0x0E;

    /// <summary>Judges a datagram that begins so.</summary>
    public static Claim Judge(ReadOnlySpan<byte> bytes, int wireLength, int length)
    {
        var header = bytes[0] >> 5 == 0 && (bytes[0] & 1) == 0 ? 20 : 6;
        if (length != wireLength - header || bytes.Length < header || bytes[1] is not ((>= 1 and <= 7) or 240 or 241))
            return Claim.No;
        var body = bytes[header..];
        var fits = bytes[1] switch
        {
            1 or 3 or 5 => body.IsEmpty || body[0] == 255,
            2 => body.Length >= 2 && body[0] == 14,
            4 or 6 => body.Length >= 2,
            // A cause; what to do with the records that follow.
            7 or 241 => body.Length >= 2 && body[0] == 1,
            _ => body.Length >= 2 && body[0] == 126 && body[1] is >= 1 and <= 4,
        };
        return fits ? Claim.Yes(body.IsEmpty ? 20 : 42, bytes[1] % 2 == 0 && bytes[1] < 240 || bytes[1] is 241 ? Role.Server : Role.Client, "charging message") : Claim.No;
    }
}
