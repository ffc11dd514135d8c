using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Netflow;

/// <summary>
/// NetFlow versions 1, 5 and 7 (Cisco NetFlow Collector, "Datagram formats") and 9 (RFC 3954 section 5).
/// </summary>
internal sealed class NetflowIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "netflow";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0), ByteSet.Of(1, 5, 7, 8, 9))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U16();
        var count = reader.U16();
        reader.Skip(4);
        var time = reader.U32();
        if (reader.Short || count is 0 or > 512 || !ExportTime.IsPlausible(time))
            return Claim.No;
        return version switch
        {
            1 => Fixed(said.WireLength, 16, 52, count) is { Kind: ClaimKind.Yes } claim ? claim : Fixed(said.WireLength, 16, 48, count), // softflowd leaves the padding out
            5 => Fixed(said.WireLength, 24, 48, count),
            7 => Fixed(said.WireLength, 24, 52, count),
            8 => Aggregated(ref reader, said.WireLength, count),
            9 => Templated(ref reader, said.WireLength),
            _ => Claim.No,
        };
    }

    private static Claim Fixed(int wireLength, int header, int record, int count) =>
        count <= 30 && wireLength == header + (record * count) ? Claim.Yes(46, Role.Client, "records of fixed size") : Claim.No;

    /// <summary>Version 8: sums of flows by one of fourteen keys, in records of 28 to 44 bytes.</summary>
    private static Claim Aggregated(ref ByteReader reader, int wireLength, int count)
    {
        reader.Skip(10);
        var (key, version) = (reader.U8(), reader.U8());
        var records = wireLength - 28;
        return !reader.Short && key is > 0 and <= 14 && version == 2 && records > 0 && records % count == 0 && (records / count) is >= 28 and <= 44
            ? Claim.Yes(46, Role.Client, "sums of flows")
            : Claim.No;
    }

    private static Claim Templated(ref ByteReader reader, int wireLength)
    {
        reader.Skip(8);
        var sets = 0;
        while (reader.Left > 3 && sets < 8)
        {
            var id = reader.U16();
            var size = reader.U16();
            if (reader.Short || size < 4 || id is not (0 or 1 or > 255))
                return Claim.No;
            if (size > wireLength - reader.At + 4)
                return Claim.No;
            // The capture may have cut it.
            reader.Skip(Math.Min(size - 4, reader.Left));
            sets++;
        }

        return sets > 0 && reader.Left < 4 ? Claim.Yes(32 + (8 * sets), Role.Client, "flow sets") : Claim.No;
    }
}
