using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Lisp;

/// <summary>LISP's data (RFC 9300 section 5.3): flags, a nonce, an instance or locators' state, and the packet inside, whose length has to fit.</summary>
internal static class LispData
{
    private const int HeaderLength = 8, Ipv4Header = 20, Ipv6Header = 40;

    /// <summary>Judges a datagram.</summary>
    public static Claim Judge(ReadOnlySpan<byte> bytes, int wireLength)
    {
        // A nonce or locators' state is in it, the reserved bit is clear, nothing is encrypted.
        if ((bytes[0] & 0xC0) == 0 || (bytes[0] & 0x07) != 0 || bytes.Length < HeaderLength + Ipv4Header)
            return Claim.No;
        // Without a nonce its field is zero.
        if ((bytes[0] & 0x90) == 0 && (bytes[1] | bytes[2] | bytes[3]) != 0)
            return Claim.No;
        var inner = bytes[HeaderLength..];
        var length = inner[2] << 8 | inner[3];
        var fits = inner[0] == 0x45
            ? length == wireLength - HeaderLength && IsCarried(inner[9]) && inner[8] > 0
            : inner[0] >> 4 == 6 && inner.Length >= Ipv6Header && (inner[4] << 8 | inner[5]) == wireLength - HeaderLength - Ipv6Header && IsCarried(inner[6]) && inner[7] > 0;
        return fits ? Claim.Yes(40, Role.Peer, "header and inner packet") : Claim.No;
    }

    private static bool IsCarried(byte protocol) => protocol is 1 or 2 or 6 or 17 or 47 or 50 or 51 or 58 or 89 or 103 or 132;
}
