using System.Buffers.Binary;

namespace DetectionKit.Traffic.Packets.Links;

/// <summary>IEEE 802.11 data frames (IEEE Std 802.11-2020 section 9.2 and 9.3.2): QoS, four-address and aggregated ones. Others carry no IP.</summary>
internal static class WirelessDecoder
{
    private const int SubframeHeader = 14;

    /// <summary>Decodes a frame.</summary>
    /// <param name="frame">From the frame control field on; a check sequence at its end does not disturb.</param>
    /// <param name="padded">Whether the header is padded to a multiple of four bytes.</param>
    /// <param name="packet">Filled as far as decoding gets; for an aggregate, its payload is the subframes.</param>
    public static DecodeOutcome Decode(ReadOnlySpan<byte> frame, bool padded, ref Packet packet)
    {
        if (frame.Length < 2)
            return DecodeOutcome.Malformed;
        var view = WirelessFrame.Of(frame[0], frame[1], padded);
        if (!view.HasData)
            return DecodeOutcome.NotIp;
        if (frame.Length < view.HeaderLength)
            return DecodeOutcome.Malformed;
        // Later pieces of a fragmented frame begin anywhere.
        if ((frame[22] & 0x0F) != 0)
            return DecodeOutcome.NotIp;
        packet.DestinationMac = FrameDecoder.Mac(frame[view.Destination..]);
        packet.SourceMac = FrameDecoder.Mac(frame[view.Source..]);
        if (view.IsProtected)
            return DecodeOutcome.Protected;
        var body = frame[view.HeaderLength..];
        if (view.QosControl > 0 && (frame[view.QosControl] & 0x80) != 0)
        {
            packet.Payload = body;
            return DecodeOutcome.Aggregate;
        }

        return FrameDecoder.EtherType(0, body, ref packet);
    }

    /// <summary>The next subframe of an aggregate (A-MSDU): its addresses, its length, LLC and what that carries.</summary>
    /// <param name="rest">What is left of the aggregate; moved on.</param>
    /// <param name="packet">Filled as far as decoding gets.</param>
    /// <param name="outcome">How far decoding got.</param>
    /// <returns>False: there is none.</returns>
    public static bool TryNext(ref ReadOnlySpan<byte> rest, ref Packet packet, out DecodeOutcome outcome)
    {
        outcome = DecodeOutcome.NotIp;
        if (rest.Length < SubframeHeader)
            return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest[12..]);
        if (length == 0 || SubframeHeader + length > rest.Length)
            return false;
        packet.Vlan = -1;
        packet.DestinationMac = FrameDecoder.Mac(rest);
        packet.SourceMac = FrameDecoder.Mac(rest[6..]);
        outcome = FrameDecoder.EtherType(0, rest.Slice(SubframeHeader, length), ref packet);
        var padded = (SubframeHeader + length + 3) & ~3;
        rest = rest[Math.Min(padded, rest.Length)..];
        return true;
    }
}
