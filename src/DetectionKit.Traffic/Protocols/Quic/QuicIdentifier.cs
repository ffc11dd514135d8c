using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>
/// QUIC by its long headers (RFC 8999 section 5, RFC 9000 section 17.2, RFC 9369), version negotiation, and Google's QUIC before it. Short headers
/// alone tell nothing.
/// </summary>
internal sealed class QuicIdentifier : Identifier
{
    private const int LongestConnectionId = 20;

    /// <inheritdoc/>
    public override string App => "quic";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
    [
        new(ByteSet.Range(0x80, 0xFF), ByteSet.Where(b => (b & 0x0F) == 0x0A).Or(ByteSet.Of(0, 7, 0x45, 0x50, 0x51, 0x54, 0x6B, 0x70, 0x91, 0xAB, 0xF0, 0xF1, 0xFA, 0xFF))),
        new(ByteSet.Where(b => (b & 0xC8) == 0x08)),
    ];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 7)
            return Claim.No;
        return (bytes[0] & 0x80) != 0 ? LongHeader(said) : GoogleQuic.Judge(bytes, said.WireLength);
    }

    private static Claim LongHeader(in Utterance said)
    {
        var bytes = said.Bytes;
        var version = BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
        if (QuicVersions.IsGoogle(version))
            return said.WireLength > 16 ? Claim.Yes(44, Role.Peer, "Google QUIC long header") : Claim.No;
        var known = QuicVersions.IsKnown(version);
        if (!known && version != 0 && !QuicVersions.IsReserved(version))
            return Claim.No;
        var reader = new ByteReader(bytes[5..]);
        var destination = reader.U8();
        reader.Skip(destination);
        var source = reader.U8();
        reader.Skip(source);
        if (reader.Short || destination > LongestConnectionId || source > LongestConnectionId)
            return IsOldDraft(version) ? OldDraft(said) : Claim.No;
        if (version == 0)
            return Negotiation(ref reader, said.WireLength - 5 - reader.At);
        if (!known)
            return said.WireLength >= 1200 ? Claim.Yes(34, Role.Client, "long header of a reserved version") : Claim.No;
        return Packet(ref reader, bytes[0], version, said) is { Kind: ClaimKind.Yes } claim ? claim : IsOldDraft(version) ? OldDraft(said) : Claim.No;
    }

    private static Claim Packet(ref ByteReader reader, byte first, uint version, in Utterance said)
    {
        // Initial 0, 0-RTT 1, Handshake 2, Retry 3; version 2 counts on by one.
        if ((first & 0x40) == 0)
            return Claim.No;
        var type = first >> 4 & 3;
        type = version == QuicVersions.Two ? (type + 3) & 3 : type;
        if (type == 3)
            return reader.Left >= 16 && reader.Rest.Count((byte)0) <= 4 + (reader.Left / 32) ? Claim.Yes(44, Role.Server, "retry") : Claim.No;
        if (type == 0)
        {
            if (!QuicInteger.TryRead(ref reader, out var token) || token > (ulong)reader.Left)
                return Claim.No;
            reader.Skip((int)token);
        }

        if (!QuicInteger.TryRead(ref reader, out var length) || length < 18 || length > (ulong)Math.Max(0, said.WireLength - 5 - reader.At))
            return Claim.No;
        var initial = type == 0;
        return Claim.Yes(initial ? 56 : 48, Role.Peer, initial ? "initial packet" : "long header");
    }

    /// <summary>Drafts before the 23rd had both lengths of connection ids in one byte.</summary>
    private static bool IsOldDraft(uint version) => (version & 0xFFFFFF00) == 0xFF000000 && (version & 0xFF) < 23 || version >> 4 == 0xFACEB00;

    private static Claim OldDraft(in Utterance said)
    {
        var lengths = said.Bytes[5];
        int destination = lengths >> 4, source = lengths & 15;
        return (destination == 0 || destination + 3 <= 18) && (source == 0 || source + 3 <= 18) && said.WireLength > 30 ? Claim.Yes(36, Role.Peer, "long header of a draft") : Claim.No;
    }

    /// <summary>Version negotiation: whole versions, at least one of them known or reserved.</summary>
    private static Claim Negotiation(ref ByteReader reader, int left)
    {
        if (left < 4 || left % 4 != 0 || left > 256)
            return Claim.No;
        var known = 0;
        while (reader.Left >= 4)
        {
            var version = reader.U32();
            if (QuicVersions.IsKnown(version) || QuicVersions.IsGoogle(version))
                known++;
        }

        return known > 0 ? Claim.Yes(56, Role.Server, "version negotiation") : Claim.No;
    }
}
