using System.Buffers.Binary;

namespace DetectionKit.Testing.Synthesis.Frames;

/// <summary>Writes Ethernet frames with an IPv4 packet in them, checksums left out as an offloading host does.</summary>
internal static class FrameWriter
{
    private const int Headers = 14 + 20;

    /// <summary>A TCP segment.</summary>
    public static byte[] Tcp(Endpoint source, Endpoint destination, uint sequence, uint acknowledgement, byte flags, ReadOnlySpan<byte> payload)
    {
        var frame = Ip(source, destination, 6, 20 + payload.Length);
        var tcp = frame.AsSpan(Headers);
        BinaryPrimitives.WriteUInt16BigEndian(tcp, source.Port);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[2..], destination.Port);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[4..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[8..], acknowledgement);
        tcp[12] = 0x50;
        tcp[13] = flags;
        BinaryPrimitives.WriteUInt16BigEndian(tcp[14..], 64240);
        payload.CopyTo(tcp[20..]);
        return frame;
    }

    /// <summary>A UDP datagram.</summary>
    public static byte[] Udp(Endpoint source, Endpoint destination, ReadOnlySpan<byte> payload)
    {
        var frame = Ip(source, destination, 17, 8 + payload.Length);
        var udp = frame.AsSpan(Headers);
        BinaryPrimitives.WriteUInt16BigEndian(udp, source.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], destination.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)(8 + payload.Length));
        payload.CopyTo(udp[8..]);
        return frame;
    }

    private static byte[] Ip(Endpoint source, Endpoint destination, byte protocol, int length)
    {
        var frame = new byte[Headers + length];
        ReadOnlySpan<byte> ethernet = [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0];
        ethernet.CopyTo(frame);
        var ip = frame.AsSpan(14);
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(20 + length));
        ip[8] = 64;
        ip[9] = protocol;
        BinaryPrimitives.WriteUInt32BigEndian(ip[12..], source.Address);
        BinaryPrimitives.WriteUInt32BigEndian(ip[16..], destination.Address);
        return frame;
    }
}

/// <summary>An IPv4 address and a port.</summary>
internal readonly record struct Endpoint(uint Address, ushort Port);
