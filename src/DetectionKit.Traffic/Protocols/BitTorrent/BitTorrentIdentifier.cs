using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
namespace DetectionKit.Traffic.Protocols.BitTorrent;

/// <summary>BitTorrent: the peer handshake (BEP 3), the distributed hash table (BEP 5), trackers over UDP (BEP 15), uTP (BEP 29) and local discovery (BEP 14).</summary>
internal sealed class BitTorrentIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "bittorrent";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("\u0013Bit"), Prefix.Text("d1:"), Prefix.Text("d2:"), Prefix.Text("BT-S"), Prefix.Bytes(0, 0, 4, 0x17), new(ByteSet.Of(0x01, 0x11, 0x21, 0x31, 0x41), ByteSet.Range(0, 2))];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [Prefix.Any] : Prefixes;

    private const int UtpHeaderLength = 20;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var magic = "\u0013BitTorrent protocol"u8;
        if (bytes[0] == 0x13)
        {
            if (bytes.StartsWith(magic))
                return Claim.Yes(150, Role.Peer, "handshake");
            if (magic.StartsWith(bytes))
                return said.TooShort;
        }

        if (said.Carrier == Carrier.Tcp)
            return ObfuscatedHandshake.Judge(said);
        return bytes[0] switch
        {
            (byte)'d' => Table(bytes),
            (byte)'B' => bytes.StartsWith("BT-SEARCH * HTTP/1.1"u8) ? Claim.Yes(120, Role.Peer, "local discovery") : Claim.No,
            0 => said.WireLength == 16 && bytes.StartsWith("\0\0\u0004\u0017\u0027\u0010\u0019"u8) && bytes.Length > 12 && bytes[7] == 0x80 && bytes[11] == 0 ? Claim.Yes(90, Role.Client, "tracker connect") : Claim.No,
            _ => Utp(said),
        };
    }

    /// <summary>A bencoded dictionary with the keys of the hash table's messages.</summary>
    private static Claim Table(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("d1:ad2:id20:"u8) || bytes.StartsWith("d1:rd2:id20:"u8) || bytes.StartsWith("d2:ip"u8) || bytes.StartsWith("d1:eli20"u8))
            return Claim.Yes(80, bytes[3] == 'a' ? Role.Client : Role.Server, "hash table message");
        return bytes.IndexOf("1:y1:q"u8) >= 0 || bytes.IndexOf("1:y1:r"u8) >= 0 || bytes.IndexOf("1:y1:e"u8) >= 0 ? Claim.Yes(56, Role.Peer, "hash table message") : Claim.No;
    }

    /// <summary>A header of 20 bytes: a SYN by itself; else what it carries, or that the next goes on with its connection.</summary>
    private static Claim Utp(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < UtpHeaderLength || bytes[1] > 2)
            return Claim.No;
        var type = bytes[0] >> 4;
        int sequence = BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]), acknowledged = BinaryPrimitives.ReadUInt16BigEndian(bytes[18..]);
        var rest = Extensions(bytes, out var fits);
        if (!fits)
            return Claim.No;
        if (type == 4)
            return Syn(bytes, rest, sequence, acknowledged);
        if (rest.StartsWith("\u0013BitTorrent"u8))
            return Claim.Yes(90, Role.Peer, "handshake in uTP");
        var previous = said.Previous;
        if (previous.Length < UtpHeaderLength)
            return Claim.More;

        // The same connection id, and a sequence number that goes on.
        var step = unchecked((ushort)(sequence - BinaryPrimitives.ReadUInt16BigEndian(previous[16..])));
        return previous[2] == bytes[2] && previous[3] == bytes[3] && previous[1] <= 2 && step <= 4 && (previous[0] & 15) == 1 && (type != 2 || rest.IsEmpty)
            ? Claim.Yes(30, Role.Peer, "uTP connection")
            : Claim.No;
    }

    /// <summary>The first packet: no time difference yet, nothing acknowledged; libutp begins with any number, others with 1.</summary>
    private static Claim Syn(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> rest, int sequence, int acknowledged)
    {
        if (!rest.IsEmpty || BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) != 0)
            return Claim.No;
        if (sequence == 1)
            return Claim.Yes(56 + (acknowledged == 0 ? 12 : 0), Role.Client, "uTP SYN");
        var window = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        return acknowledged == 0 && sequence != 0 && window is > 0 and < 1 << 24 && BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) != 0
            ? Claim.Yes(44, Role.Client, "uTP SYN")
            : Claim.No;
    }

    private static ReadOnlySpan<byte> Extensions(ReadOnlySpan<byte> bytes, out bool fits)
    {
        var reader = new ByteReader(bytes);
        reader.Skip(1);
        var next = reader.U8();
        reader.Skip(UtpHeaderLength - 2);
        for (var count = 0; next != 0 && count < 4; count++)
        {
            if (next > 3)
                break;
            next = reader.U8();
            reader.Skip(reader.U8());
        }

        fits = next == 0 && !reader.Short;
        return reader.Rest;
    }
}
