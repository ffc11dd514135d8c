using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <summary>Community ID, version 1 with seed 0: the same text for a flow in every tool (github.com/corelight/community-id-spec).</summary>
public static class CommunityId
{
    /// <summary>The identifier of a flow, seen from either end.</summary>
    /// <param name="source">One end's address.</param>
    /// <param name="sourcePort">Its port; for ICMP the type.</param>
    /// <param name="destination">The other end's address, of the same family.</param>
    /// <param name="destinationPort">Its port; for ICMP the type's counterpart, or the code of a message that has none.</param>
    /// <param name="protocol">What IP carries.</param>
    /// <param name="oneWay">ICMP: whether the message has no counterpart, so that the ends must not be swapped.</param>
    [SuppressMessage("Security", "CA5350", Justification = "The specification says SHA-1; nothing is protected by it.")]
    public static string Of(IpAddress source, ushort sourcePort, IpAddress destination, ushort destinationPort, byte protocol, bool oneWay = false)
    {
        if (!oneWay && (source.CompareTo(destination) is var order) && (order > 0 || (order == 0 && sourcePort > destinationPort)))
        {
            (source, destination) = (destination, source);
            (sourcePort, destinationPort) = (destinationPort, sourcePort);
        }

        Span<byte> data = stackalloc byte[40];
        var length = 2 + Write(source, data[2..]);
        length += Write(destination, data[length..]);
        data[length] = protocol;
        length += 2;
        if (IpProtocol.HasPorts(protocol) || protocol is IpProtocol.Icmp or IpProtocol.IcmpV6)
        {
            BinaryPrimitives.WriteUInt16BigEndian(data[length..], sourcePort);
            BinaryPrimitives.WriteUInt16BigEndian(data[(length + 2)..], destinationPort);
            length += 4;
        }

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(data[..length], hash);
        return "1:" + Convert.ToBase64String(hash);
    }

    private static int Write(IpAddress address, Span<byte> target)
    {
        if (address.IsV4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, (uint)address.Bits);
            return 4;
        }

        BinaryPrimitives.WriteUInt128BigEndian(target, address.Bits);
        return 16;
    }
}
