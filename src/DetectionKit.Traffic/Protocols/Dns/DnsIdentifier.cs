using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>
/// DNS (RFC 1035 section 4; over TCP with a length before each message, RFC 7766 section 8). What goes to the groups of multicast DNS or LLMNR
/// is theirs, and NetBIOS names are NetBIOS's.
/// </summary>
internal sealed class DnsIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "dns";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Any];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Carrier == Carrier.Tcp)
            return Stream(said);
        var shape = DnsWalk.Walk(said.Bytes, said.WireLength);
        if (!shape.Fits || DnsGroups.IsMulticastDns(said, shape) || DnsGroups.IsLlmnr(said) || DnsGroups.IsNetBios(said.Bytes, shape))
            return Claim.No;
        return Yes(shape);
    }

    private static Claim Yes(DnsShape shape)
    {
        var bits = Math.Min(shape.Bits, shape.Weak ? 16 : 120) - Math.Min(shape.Odd, 20);
        return bits <= 0 ? Claim.No : Claim.Yes(bits, shape.IsResponse ? Role.Server : Role.Client, shape.IsResponse ? "response" : "query");
    }

    private static Claim Stream(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 2 + DnsWalk.HeaderLength)
            return said.Complete || (bytes.Length > 1 && BinaryPrimitives.ReadUInt16BigEndian(bytes) < DnsWalk.HeaderLength) ? Claim.No : Claim.More;
        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (length < DnsWalk.HeaderLength)
            return Claim.No;
        var message = bytes[2..Math.Min(bytes.Length, 2 + length)];
        var shape = DnsWalk.Walk(message, length);
        if (!shape.Fits || DnsGroups.IsNetBios(message, shape))
            return Claim.No;
        if (shape.Ended && !said.Complete && message.Length < length)
            return Claim.More;
        return Yes(shape);
    }
}
