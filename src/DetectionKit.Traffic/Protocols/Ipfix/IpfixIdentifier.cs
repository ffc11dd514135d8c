using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ipfix;

/// <summary>
/// IPFIX (RFC 7011 section 3.1): version 10, a length that fits, an export time, and sets that fill the message.
/// </summary>
internal sealed class IpfixIdentifier : Identifier
{
    private const int HeaderLength = 16;

    /// <inheritdoc/>
    public override string App => "ipfix";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0, 10)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U16();
        var length = reader.U16();
        var time = reader.U32();
        reader.Skip(8);
        if (reader.Short)
            return said.Carrier == Carrier.Tcp ? said.TooShort : Claim.No;
        if (version != 10 || length < 20 || (said.Carrier == Carrier.Udp && length != said.WireLength) || !Netflow.ExportTime.IsPlausible(time))
            return Claim.No;
        if (said.Carrier == Carrier.Tcp && said.Bytes.Length < length)
            return said.TooShort;
        reader = new(said.Bytes[HeaderLength..Math.Min(length, said.Bytes.Length)]);
        var sets = 0;
        while (reader.Left > 0 && sets < 8)
        {
            var id = reader.U16();
            var size = reader.U16();
            if (reader.Short || size < 4 || id is not (2 or 3 or > 255))
                return Claim.No;
            if (size - 4 > reader.Left)
                break;
            reader.Skip(size - 4);
            sets++;
        }

        // A stream tells no length of its own against which the message's could be held: its sets have to fill it.
        if (said.Carrier == Carrier.Tcp && (sets == 0 || (reader.Left > 0 && sets < 8)))
            return Claim.No;
        return Claim.Yes(34 + (8 * sets), Role.Client, "message and sets");
    }
}
