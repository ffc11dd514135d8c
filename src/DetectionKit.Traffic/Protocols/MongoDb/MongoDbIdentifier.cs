using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.MongoDb;

/// <summary>
/// MongoDB's wire protocol (MongoDB manual, "MongoDB Wire Protocol"): length, request id, id of what is answered, opcode; least significant byte first.
/// </summary>
internal sealed class MongoDbIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "mongodb";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Of(0, 1, 2))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var length = reader.U32Little();
        reader.U32Little();
        var answered = reader.U32Little();
        var opcode = reader.U32Little();
        if (reader.Short)
            return said.TooShort;
        if (length is < 17 or > 48_000_000 || opcode is not (1 or 2001 or 2002 or (>= 2004 and <= 2007) or (>= 2010 and <= 2013)))
            return Claim.No;
        if (opcode == 1 && length < 36)
            return Claim.No;
        // What comes next is a zero or a few flags, but for the two commands that name their database first.
        var next = reader.U32Little();
        if (!reader.Short && opcode is not (1 or 2010 or 2011 or 2012) && (opcode == 2013 ? (next & 0xFFFC) != 0 : next > 255))
            return Claim.No;
        // Only where a message ends with the bytes, or goes on behind them, is its length a proof.
        var more = said.Bytes.Length > (int)length || (opcode == 1 && length > (uint)said.Bytes.Length) || length > 1 << 16;
        var whole = length == (uint)said.Bytes.Length;
        var response = opcode == 1 || answered != 0;
        return Claim.Yes((whole ? 46 : more ? 20 : 34) + (answered == 0 && opcode != 1 ? 10 : 0), response ? Role.Server : Role.Client, "header");
    }
}
