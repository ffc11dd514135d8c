using System.Buffers.Binary;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Traffic.Replay;

/// <summary>Makes Ethernet frames of captured packets, so that they can be put on a wire. For one thread.</summary>
public sealed class ReplayFrames
{
    private const int HeaderBytes = 14;
    private readonly byte[] _buffer = new byte[HeaderBytes + (1 << 18)];

    /// <summary>
    /// The packet as an Ethernet frame of its own, which may be changed: valid until the next call. Packets of link types that have no hardware addresses get
    /// locally administered ones. Empty: a packet of that kind cannot be sent.
    /// </summary>
    /// <param name="packet">The packet.</param>
    public Span<byte> Of(scoped in CapturedPacket packet)
    {
        var data = packet.Data;
        if (data.Length > _buffer.Length - HeaderBytes)
            return [];
        if (packet.LinkType == LinkType.Ethernet)
        {
            data.CopyTo(_buffer);
            return data.Length < HeaderBytes ? [] : _buffer.AsSpan(0, data.Length);
        }

        // What stands before the IP header (www.tcpdump.org/linktypes.html).
        var skip = packet.LinkType switch
        {
            LinkType.Raw or LinkType.RawBsd or LinkType.RawOpenBsd or LinkType.Ipv4 or LinkType.Ipv6 => 0,
            LinkType.Null or LinkType.Loop => 4,
            LinkType.LinuxCooked => 16,
            LinkType.LinuxCooked2 => 20,
            _ => -1,
        };
        if (skip < 0 || data.Length <= skip || EtherTypeOf(data[skip]) is not { } etherType)
            return [];
        ReadOnlySpan<byte> addresses = [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1];
        addresses.CopyTo(_buffer);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(12), etherType);
        data[skip..].CopyTo(_buffer.AsSpan(HeaderBytes));
        return _buffer.AsSpan(0, HeaderBytes + data.Length - skip);
    }

    private static ushort? EtherTypeOf(byte first) => (first >> 4) switch { 4 => 0x0800, 6 => 0x86DD, _ => null };
}
