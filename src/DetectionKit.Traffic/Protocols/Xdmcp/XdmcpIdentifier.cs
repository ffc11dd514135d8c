using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Xdmcp;

/// <summary>
/// X Display Manager Control Protocol, version 1 (X.Org XDMCP standard, "Packet formats"): version, opcode, and a length that fits the datagram.
/// </summary>
internal sealed class XdmcpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "xdmcp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0, 1, 0)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U16();
        var opcode = reader.U16();
        var length = reader.U16();
        if (reader.Short || version != 1 || opcode is 0 or > 14 || length != said.WireLength - 6)
            return Claim.No;
        var fits = opcode switch
        {
            1 or 2 or 3 => Names(ref reader),
            5 => Strings(ref reader, 3),
            6 => Strings(ref reader, 2),
            13 => length == 6,
            14 => length == 7,
            _ => length > 4,
        };
        return fits ? Claim.Yes(44, opcode is 5 or 6 or 8 or 9 or 14 ? Role.Server : Role.Client, "packet") : Claim.No;
    }

    /// <summary>A count of one byte and so many strings.</summary>
    private static bool Names(ref ByteReader reader) => Strings(ref reader, reader.U8());

    /// <summary>Strings with lengths of two bytes, up to the end.</summary>
    private static bool Strings(ref ByteReader reader, int count)
    {
        for (var i = 0; i < count; i++)
            reader.Skip(reader.U16());
        return !reader.Short && reader.Left == 0;
    }
}
