using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Cassandra;

/// <summary>
/// Cassandra's CQL binary protocol, versions 1 to 5 (Apache Cassandra, "native_protocol_v5.spec", section 2): version, flags, stream, opcode, length.
/// </summary>
internal sealed class CassandraIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "cassandra";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(1, 2, 3, 4, 5, 6, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86), ByteSet.Range(0, 0x1F))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U8();
        reader.U8();
        if ((version & 0x7F) > 2)
            reader.Skip(2);
        else
            reader.Skip(1);
        var opcode = reader.U8();
        var length = reader.U32();
        if (reader.Short)
            return said.TooShort;
        var response = version >= 0x80;
        if (opcode > 0x10 || length > 1 << 20)
            return Claim.No;
        var body = reader.Rest;
        var named = body[..Math.Min(body.Length, 256)].IndexOf("CQL_VERSION"u8) >= 0;
        return (response, opcode) switch
        {
            (false, 1) or (true, 6) => named ? Claim.Yes(90, response ? Role.Server : Role.Client, "startup") : body.Length >= 64 ? Claim.No : said.TooShort,
            (false, 5) => length == 0 && body.IsEmpty ? Claim.Yes(34, Role.Client, "options") : Claim.No,
            (true, 2) => length == 0 ? Claim.Yes(36, Role.Server, "ready") : Claim.No,
            (true, 0 or 3 or 8 or 0x0C or 0x0E or 0x10) or (false, 7 or 9 or 0x0A or 0x0B or 0x0D or 0x0F) =>
                length == (uint)body.Length ? Claim.Yes(28, response ? Role.Server : Role.Client, "frame") : Claim.No,
            _ => Claim.No,
        };
    }
}
