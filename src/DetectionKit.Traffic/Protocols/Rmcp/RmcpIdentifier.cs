using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Rmcp;

/// <summary>
/// RMCP (DMTF DSP0136, section 3.2) with ASF or IPMI (IPMI 2.0, section 13) inside.
/// </summary>
internal sealed class RmcpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "rmcp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(6), ByteSet.Of(0), ByteSet.Any, ByteSet.Of(6, 7, 8, 0x86, 0x87))];

    private const uint AsfEnterprise = 4542;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U8();
        var reserved = reader.U8();
        var sequence = reader.U8();
        var kind = reader.U8();
        if (reader.Short || version != 6 || reserved != 0)
            return Claim.No;
        if ((kind & 0x80) != 0)
            return said.WireLength == 4 ? Claim.Yes(24, Role.Server, "acknowledge") : Claim.No;
        return (kind & 0x1F) switch
        {
            6 => Asf(ref reader),
            7 => Ipmi(ref reader, sequence),
            _ => Claim.No,
        };
    }

    private static Claim Asf(ref ByteReader reader)
    {
        var enterprise = reader.U32();
        var type = reader.U8();
        reader.Skip(2);
        var length = reader.U8();
        if (reader.Short || enterprise != AsfEnterprise || length > reader.Left)
            return Claim.No;
        return Claim.Yes(60, type == 0x80 ? Role.Client : Role.Server, "ASF message");
    }

    private static Claim Ipmi(ref ByteReader reader, byte sequence)
    {
        var authentication = reader.U8();
        var bits = sequence == 0xFF ? 36 : 28;
        if (authentication == 6)
        {
            reader.Skip(9);
            var length = reader.U16Little();
            return !reader.Short && length <= reader.Left ? Claim.Yes(bits + 8, Role.Peer, "RMCP+ session") : Claim.No;
        }

        if (authentication is 3 or > 6)
            return Claim.No;
        reader.Skip(8 + (authentication == 0 ? 0 : 16));
        var body = reader.U8();
        if (reader.Short || body < 7 || body > reader.Left)
            return Claim.No;
        var header = reader.Take(3);
        // The first checksum makes address, function and itself add up to zero.
        return ((header[0] + header[1] + header[2]) & 0xFF) == 0 ? Claim.Yes(bits + 16, Role.Peer, "IPMI message") : Claim.No;
    }
}
