using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Traffic.Packets;

/// <summary>
/// What nearly every packet is: IPv4 without options and fragments right behind Ethernet's header, with a whole TCP or UDP header whose
/// lengths agree. Read with one test of length; whatever is not so plain is left to <see cref="FrameDecoder"/>, which reads all of these alike.
/// </summary>
internal ref struct PlainPacket
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

            HasPayload = PayloadLength > 0 && captured.Data.Length > TransportAt + header;
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
}
