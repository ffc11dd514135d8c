using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Dns;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Llmnr;

/// <summary>Link-local multicast name resolution (RFC 4795 section 2): a DNS message to its group, and the unicast answer; over TCP, and in answers whose query is not seen, by what is asked.</summary>
internal sealed class LlmnrIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "llmnr";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Any];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Udp ? [DnsWalk.Prefix] : [Message];

    /// <summary>Over TCP: a length that one label and an answer to it fit in, any id.</summary>
    private static Prefix Message { get; } = new(ByteSet.Range(0, 7));

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Carrier == Carrier.Tcp)
            return Stream(said);
        if (!DnsGroups.MayBeLlmnr(said))
            return Claim.No;
        var shape = DnsWalk.Walk(said.Bytes, said.WireLength);
        return shape.Fits && DnsGroups.IsLlmnr(said, shape) ? Yes(shape) : Claim.No;
    }

    private static Claim Stream(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 2)
            return said.TooShort;
        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (length < DnsWalk.HeaderLength + 7)
            return Claim.No;
        if (bytes.Length < 2 + length)
            return said.TooShort;
        var message = bytes.Slice(2, length);
        var shape = DnsWalk.Walk(message, length);
        return DnsGroups.IsLlmnrMessage(message, shape) ? Yes(shape) : Claim.No;
    }

    private static Claim Yes(DnsShape shape) =>
        Claim.Yes(Math.Min(shape.Bits, 120), shape.IsResponse ? Role.Server : Role.Client, shape.IsResponse ? "response" : "query");
}
