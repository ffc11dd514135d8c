using System.Buffers.Binary;

namespace DetectionKit.Testing.Variants.Packets;

/// <summary>Where the layers of a frame begin. Only whole packets without extension headers are laid out; variants leave others as they are.</summary>
/// <param name="Ip">Where the IP header begins.</param>
/// <param name="Transport">Where the transport header begins.</param>
/// <param name="Payload">Where the transport's payload begins; -1: neither TCP nor UDP.</param>
/// <param name="End">Where the IP packet ends.</param>
/// <param name="Protocol">What IP carries.</param>
internal readonly record struct PacketLayout(int Ip, int Transport, int Payload, int End, byte Protocol)
{
    /// <summary>TCP's number.</summary>
    public const byte Tcp = 6;

    /// <summary>UDP's number.</summary>
    public const byte Udp = 17;

    /// <summary>How many bytes of payload there are.</summary>
    public int Size => End - Payload;

    /// <summary>Lays out a frame; null: nothing that a variant could rewrite.</summary>
    public static PacketLayout? Of(Frame frame, int link)
    {
        var bytes = frame.Bytes;
        var ip = LinkHeader.Length(bytes, link);
        if (frame.Cut > 0 || ip < 0 || bytes.Length < ip + 20)
            return null;
        return bytes[ip] >> 4 == 4 ? Version4(bytes, ip) : bytes[ip] >> 4 == 6 ? Version6(bytes, ip) : null;
    }

    private static PacketLayout? Version4(byte[] bytes, int ip)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(ip + 2));
        var transport = ip + ((bytes[ip] & 15) * 4);
        var fragment = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(ip + 6)) & 0x3FFF;
        return fragment != 0 || transport < ip + 20 ? null : Carried(bytes, ip, transport, ip + length, bytes[ip + 9]);
    }

    private static PacketLayout? Version6(byte[] bytes, int ip) => bytes.Length < ip + 40
        ? null
        : Carried(bytes, ip, ip + 40, ip + 40 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(ip + 4)), bytes[ip + 6]);

    private static PacketLayout? Carried(byte[] bytes, int ip, int transport, int end, byte protocol)
    {
        if (end > bytes.Length || transport > end)
            return null;
        var payload = protocol switch
        {
            Tcp when transport + 20 <= end => transport + ((bytes[transport + 12] >> 4) * 4),
            Udp when transport + 8 <= end => transport + 8,
            _ => -1,
        };
        return payload > end || (protocol == Tcp && payload < transport + 20) ? null : new(ip, transport, payload, end, protocol);
    }
}
