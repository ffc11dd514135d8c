using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
namespace DetectionKit.Traffic.Protocols.Snmp;

/// <summary>SNMP, versions 1 and 2c (RFC 1157 section 4, RFC 1901) and 3 (RFC 3412 section 6).</summary>
internal sealed class SnmpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "snmp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0x30))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var ber = new BerReader(said.Bytes);
        var length = ber.Enter(0x30);
        if (length < 0)
            return ber.Short ? said.TooShort : Claim.No;
        var exact = length + ber.At == said.WireLength;
        if (said.Carrier == Carrier.Udp ? length + ber.At > said.WireLength : length + ber.At < said.Bytes.Length && length < 8)
            return Claim.No;
        var version = ber.Integer(2);
        if (ber.Failed)
            return ber.Short ? said.TooShort : Claim.No;
        return version switch
        {
            0 or 1 or 2 => Community(ref ber, exact, said),
            3 => Three(ref ber, exact, said),
            _ => Claim.No,
        };
    }

    private static Claim Community(ref BerReader ber, bool exact, in Utterance said)
    {
        var community = ber.Enter(4);
        if (community is < 0 or > 512)
            return ber.Short ? said.TooShort : Claim.No;
        ber.Take(community);
        var length = ber.Enter(out var type);
        if (ber.Short)
            return said.Complete && said.WireLength > said.Bytes.Length ? Claim.Yes(30, Role.Client, "message, cut") : said.TooShort;
        if (type is < 0xA0 or > 0xA8 || length < 0 || (exact && ber.At + length != said.WireLength))
            return Claim.No;
        var bits = 40 + (exact ? 20 : 0);
        if (type == 0xA4)
            return ber.Peek == 6 ? Claim.Yes(bits, Role.Client, "trap") : Claim.No;
        ber.Integer(2);
        ber.Integer(2);
        ber.Integer(2);
        var list = ber.Enter(0x30);
        if (ber.Failed && !ber.Short)
            return exact ? Claim.Yes(28, Role.Peer, "message, odd fields") : Claim.No;
        return Claim.Yes(bits + (list >= 0 ? 20 : 0), type == 0xA2 ? Role.Server : Role.Client, "message");
    }

    private static Claim Three(ref BerReader ber, bool exact, in Utterance said)
    {
        var header = ber.Enter(0x30);
        ber.Integer(2);
        var largest = ber.Integer(2);
        var flags = ber.Enter(4);
        if (ber.Failed || header < 0)
            return ber.Short ? said.TooShort : Claim.No;
        return flags == 1 && largest is >= 484 or 0 ? Claim.Yes(56 + (exact ? 14 : 0), Role.Peer, "version 3 message") : Claim.No;
    }
}
