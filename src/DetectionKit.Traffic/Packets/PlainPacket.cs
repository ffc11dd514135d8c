using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Traffic.Packets;

/// <summary>
/// What nearly every packet is: IPv4 without options and fragments right behind Ethernet's header, with a whole TCP or UDP header whose
/// lengths agree. Read with one test of length; whatever is not so plain is left to <see cref="FrameDecoder"/>, which reads all of these alike.
/// </summary>
internal struct PlainPacket
{
    private const int IpAt = 14;
    private const int TransportAt = IpAt + 20;

    /// <summary>Ethernet's, IPv4's and TCP's headers at their shortest: up to here bytes are read without further tests.</summary>
    private const int Shortest = TransportAt + 20;

    /// <summary>The time of capture: nanoseconds since the epoch.</summary>
    public long Time;

    /// <summary>The sender's address.</summary>
    public uint Source;

    /// <summary>The receiver's address.</summary>
    public uint Destination;

    /// <summary>Bytes of the IP packet by its header.</summary>
    public int IpLength;

    /// <summary>How long the payload was by the headers.</summary>
    public int PayloadLength;

    /// <summary>TCP's sequence number.</summary>
    public uint Sequence;

    /// <summary>The sender's port.</summary>
    public ushort SourcePort;

    /// <summary>The receiver's port.</summary>
    public ushort DestinationPort;

    /// <summary>TCP's window as it stands in the header.</summary>
    public ushort Window;

    /// <summary>TCP or UDP.</summary>
    public byte Protocol;

    /// <summary>TCP's flags, the low eight.</summary>
    public TcpFlags Flags;

    /// <summary>Whether any byte of the payload was captured.</summary>
    public bool HasPayload;

    /// <summary>The transport header's bytes.</summary>
    public byte HeaderLength;

    /// <summary>Reads a frame's headers, if it is so plain.</summary>
    /// <param name="captured">The frame.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(scoped in CapturedPacket captured)
    {
        if (captured.Data.Length < Shortest || captured.LinkType != LinkType.Ethernet)
            return false;
        ref var frame = ref MemoryMarshal.GetReference(captured.Data);
        // EtherType 0x0800, then version 4 with a header of 20 bytes; neither more fragments nor an offset.
        if ((U32(ref frame, 12) >> 8) != 0x080045 || (U16(ref frame, IpAt + 6) & 0x3FFF) != 0)
            return false;
        unchecked
        {
            Time = captured.Time;
            Protocol = Unsafe.Add(ref frame, IpAt + 9);
            IpLength = U16(ref frame, IpAt + 2);
            Source = U32(ref frame, IpAt + 12);
            Destination = U32(ref frame, IpAt + 16);
            var ports = U32(ref frame, TransportAt);
            SourcePort = (ushort)(ports >> 16);
            DestinationPort = (ushort)ports;
            var header = 8;
            if (Protocol == IpProtocol.Tcp)
            {
                Sequence = U32(ref frame, TransportAt + 4);
                header = (Unsafe.Add(ref frame, TransportAt + 12) >> 4) * 4;
                Flags = (TcpFlags)Unsafe.Add(ref frame, TransportAt + 13);
                Window = U16(ref frame, TransportAt + 14);
                PayloadLength = IpLength - 20 - header;
                if (header < 20 || PayloadLength < 0)
                    return false;
            }
            else
            {
                var length = U16(ref frame, TransportAt + 4);
                PayloadLength = length - 8;
                if (Protocol != IpProtocol.Udp || length < 8 || length > IpLength - 20)
                    return false;
            }

            // All that was on the wire is there, and still it is less than the header says.
            if (IpAt + IpLength > captured.Data.Length && captured.WireLength <= captured.Data.Length)
                return false;
            HeaderLength = (byte)header;
            HasPayload = PayloadLength > 0 && captured.Data.Length > TransportAt + header;
            return true;
        }
    }

    /// <summary>What <see cref="FrameDecoder"/> makes of the frame that this was read from.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="packet">Filled; nothing is set in it.</param>
    public readonly void Fill(ReadOnlySpan<byte> frame, ref Packet packet)
    {
        packet.Time = Time;
        packet.DestinationMac = BinaryPrimitives.ReadUInt64BigEndian(frame) >> 16;
        packet.SourceMac = BinaryPrimitives.ReadUInt64BigEndian(frame[6..]) >> 16;
        packet.Vlan = -1;
        packet.IpVersion = 4;
        packet.TypeOfService = frame[IpAt + 1];
        packet.TimeToLive = frame[IpAt + 8];
        packet.SourceLow = Source;
        packet.DestinationLow = Destination;
        packet.Protocol = Protocol;
        packet.IpLength = IpLength;
        packet.WirePackets = 1;
        packet.SourcePort = SourcePort;
        packet.DestinationPort = DestinationPort;
        if (Protocol == IpProtocol.Tcp)
        {
            packet.Flags = Flags;
            packet.Sequence = Sequence;
            packet.Acknowledgement = BinaryPrimitives.ReadUInt32BigEndian(frame[(TransportAt + 8)..]);
            packet.Window = Window;
        }

        packet.PayloadLength = PayloadLength;
        var payload = TransportAt + HeaderLength;
        packet.Payload = payload < frame.Length ? frame[payload..Math.Min(payload + PayloadLength, frame.Length)] : default;
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
}
