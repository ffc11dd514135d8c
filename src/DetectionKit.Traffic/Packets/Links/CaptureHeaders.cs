using System.Buffers.Binary;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Traffic.Packets.Links;

/// <summary>Headers that the capturing host puts before a frame: radiotap, PPI, NFLOG.</summary>
internal static class CaptureHeaders
{
    private const int MostPresentWords = 32;

    /// <summary>Radiotap (radiotap.org): a field list, of which only the flags matter here, then an 802.11 frame.</summary>
    /// <param name="data">From the header on.</param>
    /// <param name="packet">Filled as far as decoding gets.</param>
    public static DecodeOutcome Radiotap(ReadOnlySpan<byte> data, ref Packet packet)
    {
        const int flagsPresent = 2;
        const int headerPadded = 0x20;
        const int badCheckSequence = 0x40;
        if (data.Length < 8 || data[0] != 0)
            return DecodeOutcome.Malformed;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(data[2..]);
        if (length < 8 || length > data.Length)
            return DecodeOutcome.Malformed;
        var header = data[..length];
        var present = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        var flags = 0;
        if ((present & flagsPresent) != 0)
        {
            var at = 4;
            for (var words = 0; words < MostPresentWords && at + 4 <= length && header[at + 3] >= 0x80; words++)
                at += 4;
            at += 4;
            // The timestamp, where present, is aligned to its own eight bytes and comes first.
            if ((present & 1) != 0)
                at = ((at + 7) & ~7) + 8;
            flags = at < length ? header[at] : 0;
        }

        return (flags & badCheckSequence) != 0
            ? DecodeOutcome.Malformed
            : WirelessDecoder.Decode(data[length..], (flags & headerPadded) != 0, ref packet);
    }

    /// <summary>PPI: a header with the link type of what follows.</summary>
    /// <param name="data">From the header on.</param>
    /// <param name="packet">Filled as far as decoding gets.</param>
    public static DecodeOutcome Ppi(ReadOnlySpan<byte> data, ref Packet packet)
    {
        if (data.Length < 8)
            return DecodeOutcome.Malformed;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(data[2..]);
        if (length < 8 || length > data.Length)
            return DecodeOutcome.Malformed;
        var link = (LinkType)(int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(data[4..]), 0xFFFF);
        return link == LinkType.Ppi ? DecodeOutcome.Malformed : FrameDecoder.Decode(data[length..], link, ref packet);
    }

    /// <summary>Linux's netfilter log: family and group, then attributes in the capturing host's byte order, one of which is the IP packet.</summary>
    /// <param name="data">From the header on.</param>
    /// <param name="packet">Filled as far as decoding gets.</param>
    public static DecodeOutcome Nflog(ReadOnlySpan<byte> data, ref Packet packet)
    {
        const int hardwareAddress = 8;
        const int payload = 9;
        if (data.Length < 8 || data[1] != 0)
            return DecodeOutcome.Malformed;
        var rest = data[4..];
        while (rest.Length >= 4)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(rest);
            int type = BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
            // No attribute's number is above 255, so the bytes of the type say which order it is.
            if (rest[3] != 0 || length < 4)
            {
                length = BinaryPrimitives.ReadUInt16BigEndian(rest);
                type = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            }

            if (length < 4 || length > rest.Length)
                return DecodeOutcome.Malformed;
            if (type == payload)
                return IpDecoder.DecodeIfIp(rest[4..length], ref packet);
            if (type == hardwareAddress && length >= 14 && rest[4] == 0 && rest[5] == 6)
                packet.SourceMac = FrameDecoder.Mac(rest[8..]);
            rest = rest[Math.Min((length + 3) & ~3, rest.Length)..];
        }

        return DecodeOutcome.NotIp;
    }
}
