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
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Udp ? [DnsWalk.Prefix] : [DnsWalk.StreamPrefix];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Carrier == Carrier.Tcp)
            return Stream(said);
        var shape = DnsWalk.Walk(said.Bytes, said.WireLength);
        if (DnsGroups.IsMulticastDns(said, shape) || DnsGroups.IsLlmnr(said, shape) || DnsGroups.IsNetBios(said.Bytes, shape))
            return Claim.No;
        return shape.Fits ? Yes(shape) : Broken(said.Bytes, said.WireLength, shape);
    }

    private static Claim Yes(DnsShape shape)
    {
        var bits = Math.Min(shape.Bits, shape.Weak ? 16 : 120) - Math.Min(shape.Odd, 20);
        return bits <= 0 ? Claim.No : Claim.Yes(bits, shape.IsResponse ? Role.Server : Role.Client, shape.IsResponse ? "response" : "query");
    }

    /// <summary>
    /// A message that ends or goes wrong where it may not: its header is that of the plainest query there is, or its questions are right and
    /// only the records behind them are not. Decides only where nothing else speaks up.
    /// </summary>
    private static Claim Broken(ReadOnlySpan<byte> message, int wireLength, DnsShape shape)
    {
        if (shape.QuestionsFit && shape is { Odd: 0, Letters: >= 3, Bits: > 0 })
            return Claim.Yes(Math.Min(shape.Bits, 30), shape.IsResponse ? Role.Server : Role.Client, "questions of a broken message");
        return wireLength is > DnsWalk.HeaderLength and <= 512 && message.Length > DnsWalk.HeaderLength && message[2..DnsWalk.HeaderLength].SequenceEqual(PlainQuery)
            ? Claim.Yes(26, Role.Client, "header of a broken query")
            : Claim.No;
    }

    /// <summary>Recursion desired, one question, no records.</summary>
    private static ReadOnlySpan<byte> PlainQuery => [1, 0, 0, 1, 0, 0, 0, 0, 0, 0];

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
        if (!shape.Fits || DnsGroups.IsNetBios(message, shape) || DnsGroups.IsLlmnrMessage(message, shape))
            return Claim.No;
        if (shape.Ended && !said.Complete && message.Length < length)
            return Claim.More;
        // Of a message that breaks off, more than counts has to be there.
        return shape is { Ended: true, QuestionsFit: false, Letters: 0 } ? Claim.No : Yes(shape);
    }
}
