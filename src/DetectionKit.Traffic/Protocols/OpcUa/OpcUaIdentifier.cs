using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.OpcUa;

/// <summary>
/// OPC UA over TCP (OPC 10000-6 section 7.1, "OPC UA Connection Protocol"): message type, chunk type and size.
/// </summary>
internal sealed class OpcUaIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "opcua";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("HELF"), Prefix.Text("ACKF"), Prefix.Text("ERRF"), Prefix.Text("RHEF"), Prefix.Text("OPNF"), Prefix.Text("MSGF"), Prefix.Text("MSGC"), Prefix.Text("MSGA"), Prefix.Text("OPNC"), Prefix.Text("CLOF")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var type = reader.Take(4);
        var size = reader.U32Little();
        var version = reader.U32Little();
        if (reader.Short)
            return said.TooShort;
        if (size is < 8 or > 1 << 24)
            return Claim.No;
        if (type.SequenceEqual("HELF"u8))
            return version < 16 && size is >= 32 and < 8192 ? Claim.Yes(60, Role.Client, "hello") : Claim.No;
        if (type.SequenceEqual("ACKF"u8))
            return version < 16 && size == 28 ? Claim.Yes(70, Role.Server, "acknowledge") : Claim.No;
        return Claim.Yes(type.SequenceEqual("OPNF"u8) || type.SequenceEqual("ERRF"u8) ? 34 : 28, Role.Peer, "message chunk");
    }
}
