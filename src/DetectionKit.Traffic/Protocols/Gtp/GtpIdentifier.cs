using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Gtp;

/// <summary>
/// GPRS Tunnelling Protocol: version 1 (3GPP TS 29.281 section 5, TS 29.060 section 6) and version 2 for control (3GPP TS 29.274 section 5).
/// </summary>
internal sealed class GtpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "gtp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Where(b => b >> 5 is 1 or 2 && (b & 0x18) != 0 || b >> 5 == 2))];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 8)
            return Claim.No;
        var length = bytes[2] << 8 | bytes[3];
        return bytes[0] >> 5 == 1 ? VersionOne(bytes, said.WireLength, length) : VersionTwo(bytes, said.WireLength, length);
    }

    private static Claim VersionOne(ReadOnlySpan<byte> bytes, int wireLength, int length)
    {
        // Protocol type is set (GTP, not GTP'), the spare bit is not.
        if ((bytes[0] & 0x18) != 0x10 || length != wireLength - 8)
            return Claim.No;
        var body = (bytes[0] & 0x07) != 0 ? 12 : 8;
        var tunnel = bytes.Slice(4, 4).IndexOfAnyExcept((byte)0) >= 0;
        switch (bytes[1])
        {
            case 1 or 2:
                return length <= 32 && !tunnel ? Claim.Yes(50, bytes[1] == 1 ? Role.Client : Role.Server, "echo") : Claim.No;
            case 26 or 31 or 254:
                return length <= 64 ? Claim.Yes(30, Role.Peer, "signalling") : Claim.No;
            case 255:
                return tunnel && (bytes[0] & 0x04) == 0 && InnerPacket(bytes, body, wireLength) ? Claim.Yes(52, Role.Peer, "tunnelled packet")
                    : tunnel && (bytes[0] & 0x04) != 0 && body < bytes.Length && bytes[body - 1] is 0x85 or 0xC0 ? Claim.Yes(38, Role.Peer, "tunnelled packet")
                    : Claim.No;
            case >= 16 and <= 21 or 32:
                return (bytes[0] & 0x02) != 0 && length >= 8 ? Claim.Yes(30, bytes[1] % 2 == 0 ? Role.Client : Role.Server, "tunnel management") : Claim.No;
            default:
                return Claim.No;
        }
    }

    private static bool InnerPacket(ReadOnlySpan<byte> bytes, int at, int wireLength)
    {
        if (at + 20 > bytes.Length)
            return false;
        var size = wireLength - at;
        return bytes[at] >> 4 == 4 ? (bytes[at + 2] << 8 | bytes[at + 3]) == size : bytes[at] >> 4 == 6 && (bytes[at + 4] << 8 | bytes[at + 5]) == size - 40;
    }

    private static Claim VersionTwo(ReadOnlySpan<byte> bytes, int wireLength, int length)
    {
        var piggybacked = (bytes[0] & 0x10) != 0;
        var header = (bytes[0] & 0x08) != 0 ? 12 : 8;
        if ((bytes[0] & 0x07) != 0 || length < header - 4 || (piggybacked ? length > wireLength - 4 : length != wireLength - 4) || bytes[1] is 0 or > 201)
            return Claim.No;
        var reader = new ByteReader(bytes[Math.Min(header, bytes.Length)..Math.Min(bytes.Length, length + 4)]);
        var elements = 0;
        while (reader.Left > 0 && elements < 8)
        {
            var type = reader.U8();
            var size = reader.U16();
            var instance = reader.U8();
            if (reader.Short || type == 0 || instance > 15 || (size > reader.Left && bytes.Length >= wireLength))
                return Claim.No;
            reader.Skip(Math.Min(size, reader.Left));
            elements++;
        }

        return elements == 0 ? Claim.No : Claim.Yes(22 + (5 * elements) + (bytes[header - 1] == 0 ? 6 : 0), Role.Peer, "information elements");
    }
}
