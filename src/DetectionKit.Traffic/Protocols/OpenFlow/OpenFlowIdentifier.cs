using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.OpenFlow;

/// <summary>
/// OpenFlow (OpenFlow Switch Specification 1.0 to 1.5, section "OpenFlow header"): version, type, length, transaction; each side begins with HELLO.
/// </summary>
internal sealed class OpenFlowIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "openflow";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(1, 6), ByteSet.Range(0, 35))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        for (var message = 0; message < 4 && reader.Left > 0; message++)
        {
            var version = reader.U8();
            var type = reader.U8();
            var length = reader.U16();
            reader.Skip(4);
            if (reader.Short)
                break;
            if (version is 0 or > 6 || type > 35 || length < 8 || (message == 0 && type != 0 && said.FromStart) || (type == 0 && (length > 64 || message > 0)) || (type is 2 or 3 && length > 264) || (type == 5 && length != 8) || (type == 1 && length is < 12 or > 256))
                return Claim.No;
            if (length - 8 > reader.Left)
                return bits > 0 ? Claim.Yes(bits, Role.Peer, "messages") : said.TooShort;
            var worth = OpenFlowBody.Weigh(version, type, length - 8, reader.Rest[..(length - 8)]);
            // A body of another make is told from its beginning on; behind a HELLO it is what a vendor made of it.
            bits += worth >= 0 ? worth : said.FromStart ? 0 : -40;
            reader.Skip(Math.Min(length - 8, reader.Left));
        }

        return bits > 0 ? Claim.Yes(bits, Role.Peer, "messages") : said.TooShort;
    }
}
