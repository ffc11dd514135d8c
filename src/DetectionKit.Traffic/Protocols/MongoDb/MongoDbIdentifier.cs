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
        var whole = length == (uint)said.Bytes.Length;
        var response = opcode == 1 || answered != 0;
        return Claim.Yes((whole ? 46 : 34) + (answered == 0 && opcode != 1 ? 10 : 0), response ? Role.Server : Role.Client, "header");
    }
}
