using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Elasticsearch;

/// <summary>
/// Elasticsearch's transport protocol (Elasticsearch, TcpHeader): <c>ES</c>, length, request id, status and version; a ping is <c>ES</c> and -1.
/// </summary>
internal sealed class ElasticsearchIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "elasticsearch";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("ES")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        reader.U16();
        var length = reader.U32();
        if (reader.Short)
            return said.TooShort;
        if (length == uint.MaxValue)
            return Claim.Yes(44, Role.Peer, "ping");
        var id = reader.U64();
        var status = reader.U8();
        var version = reader.U32();
        if (reader.Short)
            return said.TooShort;
        // Versions are written as major, minor, revision and build in decimal pairs: 7.10.0 is 7100099.
        if (length is < 13 or > 1 << 28 || id >> 40 != 0 || status > 0x1F || version is < 1_000_000 or > 99_999_999)
            return Claim.No;
        return Claim.Yes(54, (status & 1) == 0 ? Role.Client : Role.Server, "header");
    }
}
