using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Kafka;

/// <summary>
/// Kafka's wire protocol (Apache Kafka, "Protocol guide"): size, API key, API version, correlation id, client id; a response repeats the correlation id.
/// </summary>
internal sealed class KafkaIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "kafka";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0), ByteSet.Range(0, 0x40))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var size = reader.U32();
        var first = reader.U32();
        if (reader.Short)
            return said.TooShort;
        if (size is < 8 or > 1 << 22)
            return Claim.No;
        var answer = Response(said, first, size);
        return answer.Kind == ClaimKind.Yes ? answer : Request(said, size);
    }

    private static Claim Request(in Utterance said, uint size)
    {
        var reader = new ByteReader(said.Bytes[4..]);
        var key = reader.U16();
        var version = reader.U16();
        reader.U32();
        var length = reader.U16();
        if (reader.Short)
            return said.TooShort;
        // A null client id has the length -1.
        var id = length == 0xFFFF ? default : reader.Take(length);
        if (reader.Short)
            return length < 256 ? said.TooShort : Claim.No;
        if (key > 92 || version > 20 || !Ascii.IsAll(id, Ascii.Token) || size < 10 + (uint)id.Length)
            return Claim.No;
        var whole = size == (uint)said.Bytes.Length - 4;
        // An empty name, unlike none, is what zeros look like.
        return Claim.Yes((length == 0 ? 2 : 20) + (whole ? length == 0 ? 6 : 14 : 0) + Math.Min(id.Length, 8), Role.Client, "request header");
    }

    private static Claim Response(in Utterance said, uint correlation, uint size)
    {
        if (said.Peer.Length < 14)
            return Claim.No;
        var peer = new ByteReader(said.Peer);
        var peerSize = peer.U32();
        var key = peer.U16();
        var version = peer.U16();
        var asked = peer.U32();
        var name = peer.U16();
        return key <= 92 && version <= 20 && peerSize < 1 << 22 && asked == correlation && (name == 0xFFFF || (name == 0 && asked != 0 && said.FromStart) || (name is > 0 and < 256 && peer.Take(name) is { IsEmpty: false } id && Ascii.IsAll(id, Ascii.Token))) && size < 1 << 22
            ? Claim.Yes(36, Role.Server, "response to the request")
            : Claim.No;
    }
}
