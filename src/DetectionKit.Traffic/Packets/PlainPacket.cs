using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Traffic.Packets;

/// <summary>
/// What nearly every packet is: IPv4 without options and fragments or IPv6 without extensions, behind Ethernet's header and at most one
/// VLAN tag, with a whole TCP or UDP header whose lengths agree. Read with one test of length; whatever is not so plain is left to
/// <see cref="FrameDecoder"/>, which reads all of these alike.
/// </summary>
internal struct PlainPacket
{
    private const int UntaggedAt = 14;
    private const int TaggedAt = 18;
    private const int Header4 = 20;
    private const int Header6 = 40;

    /// <summary>TCP's header at its shortest: so much is asked for behind IP's, and read without further tests.</summary>
    private const int ShortestTransport = 20;

    /// <summary>The time of capture: nanoseconds since the epoch.</summary>
    public long Time;

    /// <summary>Bytes of the IP packet by its header.</summary>
    public int IpLength;

    /// <summary>How long the payload was by the headers.</summary>
    public int PayloadLength;

    /// <summary>TCP's sequence number.</summary>
    public uint Sequence;

    /// <summary>TCP's window as it stands in the header.</summary>
    public ushort Window;

    /// <summary>TCP or UDP.</summary>
    public byte Protocol;

    /// <summary>TCP's flags, the low eight.</summary>
    public TcpFlags Flags;

    /// <summary>Whether any byte of the payload was captured.</summary>
    public bool HasPayload;

    /// <summary>Where IP's header begins in the frame.</summary>
    public byte IpAt;

    /// <summary>Where the payload begins in the frame, or would.</summary>
    public byte PayloadAt;

    /// <summary>Reads a frame's headers, if it is so plain.</summary>
    /// <param name="captured">The frame.</param>
    /// <param name="key">Its flow's key; the same as its decoded form has.</param>
    /// <param name="side">0: the key's end A sent it; 1: end B.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(scoped in CapturedPacket captured, ref FlowKey key, ref int side)
    {
        if (captured.Data.Length < UntaggedAt + Header4 + ShortestTransport || captured.LinkType != LinkType.Ethernet)
            return false;
        ref var frame = ref MemoryMarshal.GetReference(captured.Data);
        // EtherType 0x0800, then version 4 with a header of 20 bytes.
        return (U32(ref frame, UntaggedAt - 2) >> 8) == 0x080045
            ? TryVersion4(in captured, ref frame, UntaggedAt, ref key, ref side)
            : TryOther(in captured, ref frame, ref key, ref side);
    }

    /// <summary>What <see cref="FrameDecoder"/> makes of the frame that this was read from.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="packet">Filled; nothing is set in it.</param>
    public readonly void Fill(ReadOnlySpan<byte> frame, ref Packet packet)
    {
        packet.Time = Time;
        packet.DestinationMac = BinaryPrimitives.ReadUInt64BigEndian(frame) >> 16;
        packet.SourceMac = BinaryPrimitives.ReadUInt64BigEndian(frame[6..]) >> 16;
        packet.Vlan = IpAt == TaggedAt ? BinaryPrimitives.ReadUInt16BigEndian(frame[UntaggedAt..]) & 0x0FFF : -1;
        packet.Protocol = Protocol;
        packet.IpLength = IpLength;
        packet.WirePackets = 1;
        var ip = frame[IpAt..];
        var transport = FillAddresses(ip, ref packet);
        packet.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(transport);
        packet.DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(transport[2..]);
        if (Protocol == IpProtocol.Tcp)
        {
            packet.Flags = Flags;
            packet.Sequence = Sequence;
            packet.Acknowledgement = BinaryPrimitives.ReadUInt32BigEndian(transport[8..]);
            packet.Window = Window;
        }

        packet.PayloadLength = PayloadLength;
        packet.Payload = PayloadAt < frame.Length ? frame[PayloadAt..Math.Min(PayloadAt + PayloadLength, frame.Length)] : default;
    }

    /// <summary>The fields of IP's own header; gives what is behind it.</summary>
    private static ReadOnlySpan<byte> FillAddresses(ReadOnlySpan<byte> ip, ref Packet packet)
    {
        packet.IpVersion = (byte)(ip[0] >> 4);
        if (packet.IpVersion == 4)
        {
            packet.TypeOfService = ip[1];
            packet.TimeToLive = ip[8];
            packet.SourceLow = BinaryPrimitives.ReadUInt32BigEndian(ip[12..]);
            packet.DestinationLow = BinaryPrimitives.ReadUInt32BigEndian(ip[16..]);
            return ip[Header4..];
        }

        packet.TypeOfService = (byte)((BinaryPrimitives.ReadUInt16BigEndian(ip) >> 4) & 0xFF);
        packet.TimeToLive = ip[7];
        packet.SourceHigh = BinaryPrimitives.ReadUInt64BigEndian(ip[8..]);
        packet.SourceLow = BinaryPrimitives.ReadUInt64BigEndian(ip[16..]);
        packet.DestinationHigh = BinaryPrimitives.ReadUInt64BigEndian(ip[24..]);
        packet.DestinationLow = BinaryPrimitives.ReadUInt64BigEndian(ip[32..]);
        return ip[Header6..];
    }

    /// <summary>Behind a tag, or of version 6. Apart, so that the commonest form stays small where it is inlined.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryOther(scoped in CapturedPacket captured, ref byte frame, ref FlowKey key, ref int side)
    {
        var at = UntaggedAt;
        var type = U16(ref frame, UntaggedAt - 2);
        if (type == 0x8100)
        {
            at = TaggedAt;
            type = U16(ref frame, TaggedAt - 2);
        }

        var version = Unsafe.Add(ref frame, at);
        return (type, version >> 4) switch
        {
            (0x0800, 4) => version == 0x45 && captured.Data.Length >= at + Header4 + ShortestTransport && TryVersion4(in captured, ref frame, at, ref key, ref side),
            (0x86DD, 6) => captured.Data.Length >= at + Header6 + ShortestTransport && TryVersion6(in captured, ref frame, at, ref key, ref side),
            _ => false,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryVersion4(scoped in CapturedPacket captured, ref byte frame, int at, ref FlowKey key, ref int side)
    {
        // Neither more fragments nor an offset.
        if ((U16(ref frame, at + 6) & 0x3FFF) != 0)
            return false;
        IpLength = U16(ref frame, at + 2);
        Protocol = Unsafe.Add(ref frame, at + 9);
        if (!TryTransport(in captured, ref frame, at, Header4))
            return false;
        key = FlowKey.Version4(U32(ref frame, at + 12), U32(ref frame, at + 16), U32(ref frame, at + Header4), Protocol, out side);
        return true;
    }

    private bool TryVersion6(scoped in CapturedPacket captured, ref byte frame, int at, ref FlowKey key, ref int side)
    {
        IpLength = U16(ref frame, at + 4) + Header6;
        Protocol = Unsafe.Add(ref frame, at + 6);
        if (!TryTransport(in captured, ref frame, at, Header6))
            return false;
        key = FlowKey.Version6(
            U64(ref frame, at + 8), U64(ref frame, at + 16), U64(ref frame, at + 24), U64(ref frame, at + 32), U32(ref frame, at + Header6), Protocol, out side);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTransport(scoped in CapturedPacket captured, ref byte frame, int ipAt, int ipHeader)
    {
        unchecked
        {
            var at = ipAt + ipHeader;
            var room = IpLength - ipHeader;
            var header = 8;
            if (Protocol == IpProtocol.Tcp)
            {
                Sequence = U32(ref frame, at + 4);
                header = (Unsafe.Add(ref frame, at + 12) >> 4) * 4;
                Flags = (TcpFlags)Unsafe.Add(ref frame, at + 13);
                Window = U16(ref frame, at + 14);
                PayloadLength = room - header;
                if (header < 20 || PayloadLength < 0)
                    return false;
            }
            else
            {
                var length = U16(ref frame, at + 4);
                PayloadLength = length - 8;
                if (Protocol != IpProtocol.Udp || length < 8 || length > room)
                    return false;
            }

            // All that was on the wire is there, and still it is less than the header says.
            if (at + room > captured.Data.Length && captured.WireLength <= captured.Data.Length)
                return false;
            Time = captured.Time;
            IpAt = (byte)ipAt;
            PayloadAt = (byte)(at + header);
            HasPayload = PayloadLength > 0 && captured.Data.Length > at + header;
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort U16(ref byte frame, nint at)
    {
        var value = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref frame, at));
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint U32(ref byte frame, nint at)
    {
        var value = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref frame, at));
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong U64(ref byte frame, nint at)
    {
        var value = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref frame, at));
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }
}
