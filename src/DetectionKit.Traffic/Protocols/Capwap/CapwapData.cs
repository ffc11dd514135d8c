using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Capwap;

/// <summary>
/// A data message without DTLS (RFC 5415 section 4.4.2; RFC 5416 section 5 for 802.11): the header is followed by a frame of Ethernet, or of 802.11 where the
/// native bit is set.
/// </summary>
internal static class CapwapData
{
    private const int ManagementLength = 24;

    /// <summary>Judges a datagram.</summary>
    /// <param name="bytes">The datagram from its preamble on.</param>
    /// <param name="header">The header's length by itself.</param>
    public static Claim Judge(ReadOnlySpan<byte> bytes, int header)
    {
        var native = (bytes[2] & 1) != 0;
        var binding = bytes[2] >> 1 & 0x1F;
        var fragment = (bytes[3] & 0x80) != 0;
        // Not fragmented: no offset. A radio address and what the wireless needs make the header longer than eight bytes.
        if (binding is not 1 || (bytes[3] & 0x0F) != 0 || fragment || (bytes[6] | bytes[7]) != 0 || ((bytes[3] & 0x30) == 0) != (header == 8))
            return Claim.No;
        var frame = bytes[header..];
        return (native ? IsWireless(frame) : Vxlan.InnerFrame.IsKnown(frame)) ? Claim.Yes(native ? 46 : 40, Role.Peer, "data message") : Claim.No;
    }

    /// <summary>Data with SNAP behind the addresses, or management whose third address is one of the others; some controllers swap the first two bytes.</summary>
    private static bool IsWireless(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < ManagementLength)
            return false;
        var (control, flags) = (frame[0] & 3) == 0 && frame[0] != 0 ? (frame[0], frame[1]) : (frame[1], frame[0]);
        if ((control & 3) != 0)
            return false;
        if ((control >> 2 & 3) == 0)
            return frame.Slice(16, 6).SequenceEqual(frame.Slice(4, 6)) || frame.Slice(16, 6).SequenceEqual(frame.Slice(10, 6));
        var body = ManagementLength + ((flags & 3) == 3 ? 6 : 0) + ((control & 0x80) != 0 ? 2 : 0);
        return (control >> 2 & 3) == 2 && frame.Length >= body + 8 && frame[body..].StartsWith((ReadOnlySpan<byte>)[0xAA, 0xAA, 3, 0, 0]);
    }
}
