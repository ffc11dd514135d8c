using System.Buffers.Binary;
using System.Net;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Tests.Building;

/// <summary>Makes packets byte by byte, from the inside out: <c>Ethernet(Ip(Tcp(...)))</c>.</summary>
internal static class PacketBuilder
{
    /// <summary>An Ethernet frame.</summary>
    public static byte[] Ethernet(byte[] payload, ushort type = 0x0800) =>
        [0x02, 0, 0, 0, 0, 2, 0x02, 0, 0, 0, 0, 1, (byte)(type >> 8), (byte)type, .. payload];

    /// <summary>A VLAN tag (802.1Q): what goes behind the addresses, to be given to <see cref="Ethernet"/> with type 0x8100.</summary>
    public static byte[] Vlan(int id, byte[] payload, ushort type = 0x0800) =>
        [(byte)(id >> 8), (byte)id, (byte)(type >> 8), (byte)type, .. payload];

    /// <summary>An IPv4 or IPv6 packet, by the addresses' family.</summary>
    public static byte[] Ip(string source, string destination, byte protocol, byte[] payload) =>
        source.Contains(':', StringComparison.Ordinal) ? Ip6(source, destination, protocol, payload) : Ip4(source, destination, protocol, payload);

    /// <summary>An IPv4 packet, or a fragment of one.</summary>
    public static byte[] Ip4(string source, string destination, byte protocol, byte[] payload, ushort id = 1, int offset = 0, bool more = false)
    {
        var ip = new byte[20 + payload.Length];
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(2), (ushort)ip.Length);
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(4), id);
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(6), (ushort)((more ? 0x2000 : 0) | (offset / 8)));
        ip[8] = 64;
        ip[9] = protocol;
        IPAddress.Parse(source).GetAddressBytes().CopyTo(ip, 12);
        IPAddress.Parse(destination).GetAddressBytes().CopyTo(ip, 16);
        var sum = 0;
        for (var i = 0; i < 20; i += 2)
            sum += (ip[i] << 8) | ip[i + 1];
        sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(10), (ushort)~(sum + (sum >> 16)));
        payload.CopyTo(ip, 20);
        return ip;
    }

    /// <summary>An IPv6 packet.</summary>
    public static byte[] Ip6(string source, string destination, byte next, byte[] payload)
    {
        var ip = new byte[40 + payload.Length];
        ip[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(4), (ushort)payload.Length);
        ip[6] = next;
        ip[7] = 64;
        IPAddress.Parse(source).GetAddressBytes().CopyTo(ip, 8);
        IPAddress.Parse(destination).GetAddressBytes().CopyTo(ip, 24);
        payload.CopyTo(ip, 40);
        return ip;
    }

    /// <summary>A TCP segment.</summary>
    public static byte[] Tcp(int source, int destination, uint sequence, uint acknowledgement, TcpFlags flags, byte[]? payload = null)
    {
        payload ??= [];
        var tcp = new byte[20 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(tcp, (ushort)source);
        BinaryPrimitives.WriteUInt16BigEndian(tcp.AsSpan(2), (ushort)destination);
        BinaryPrimitives.WriteUInt32BigEndian(tcp.AsSpan(4), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(tcp.AsSpan(8), acknowledgement);
        tcp[12] = 0x50;
        tcp[13] = (byte)flags;
        BinaryPrimitives.WriteUInt16BigEndian(tcp.AsSpan(14), 65535);
        payload.CopyTo(tcp, 20);
        return tcp;
    }

    /// <summary>A UDP datagram.</summary>
    public static byte[] Udp(int source, int destination, byte[] payload)
    {
        var udp = new byte[8 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(udp, (ushort)source);
        BinaryPrimitives.WriteUInt16BigEndian(udp.AsSpan(2), (ushort)destination);
        BinaryPrimitives.WriteUInt16BigEndian(udp.AsSpan(4), (ushort)udp.Length);
        payload.CopyTo(udp, 8);
        return udp;
    }

    /// <summary>An ICMP message.</summary>
    public static byte[] Icmp(byte type, byte code, byte[]? data = null) => [type, code, 0, 0, 0, 1, 0, 1, .. data ?? []];
}
