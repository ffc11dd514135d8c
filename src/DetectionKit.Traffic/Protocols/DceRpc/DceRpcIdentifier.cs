using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.DceRpc;

/// <summary>DCE/RPC: connection-oriented (C706 section 12.6.3) over TCP, connectionless (section 12.5) over UDP.</summary>
internal sealed class DceRpcIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "dcerpc";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(5), ByteSet.Of(0, 1), ByteSet.Range(0, 21)), new(ByteSet.Of(4), ByteSet.Range(0, 10))];

    private const int HeaderLength = 16, ConnectionlessHeaderLength = 80;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) => said.Carrier == Carrier.Tcp ? Connection(said) : Connectionless(said);

    private static Claim Connection(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] != 5 || (bytes.Length > 2 && bytes[2] > 21))
            return Claim.No;
        if (bytes.Length < HeaderLength)
            return said.TooShort;

        // The data representation: integers and characters in one byte, floats in another, two of zero.
        var little = bytes[4] >> 4 == 1;
        if ((bytes[4] & 0xEE) != 0 || bytes[5] > 3 || bytes[6] != 0 || bytes[7] != 0)
            return Claim.No;
        int length = little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]);
        int authentication = little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]);
        // Big-endian and neither first nor last fragment: that is rows of small numbers rather than a peer.
        if ((!little && (bytes[3] & 3) == 0) || (length < bytes.Length && length >= HeaderLength && bytes[length] != 5))
            return Claim.No;
        if (length < HeaderLength || (authentication != 0 && authentication + HeaderLength > length))
            return Claim.No;
        var role = bytes[2] is 0 or 11 or 14 or 16 or 18 or 19 ? Role.Client : bytes[2] is 2 or 3 or 12 or 13 or 15 ? Role.Server : Role.Peer;
        return Claim.Yes(52 + (length == bytes.Length ? 12 : 0), role, "header");
    }

    private static Claim Connectionless(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] != 4 || bytes.Length < ConnectionlessHeaderLength || bytes[1] > 10 || (bytes[4] & 0xEE) != 0 || bytes[5] > 3 || bytes[6] != 0)
            return Claim.No;
        int length = bytes[4] >> 4 == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[74..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[74..]);
        // The interface's UUID is no row of small numbers.
        return bytes[24..40].Count((byte)0) <= 8 && length + ConnectionlessHeaderLength <= said.WireLength && said.WireLength - length < ConnectionlessHeaderLength + 64
            ? Claim.Yes(44, bytes[1] is 0 or 1 or 8 ? Role.Client : Role.Server, "connectionless header")
            : Claim.No;
    }
}
