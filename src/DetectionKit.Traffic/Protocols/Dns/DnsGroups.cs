using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>Which of the protocols that share DNS's message a datagram belongs to.</summary>
internal static class DnsGroups
{
    /// <summary>224.0.0.251 (RFC 6762 section 3).</summary>
    private static readonly IpAddress MdnsV4 = IpAddress.FromV4(0xE00000FB);

    /// <summary>224.0.0.252 (RFC 4795 section 2).</summary>
    private static readonly IpAddress LlmnrV4 = IpAddress.FromV4(0xE00000FC);

    private static readonly IpAddress MdnsV6 = IpAddress.FromV6([0xFF, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFB]);

    private static readonly IpAddress LlmnrV6 = IpAddress.FromV6([0xFF, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 3]);

    /// <summary>Multicast DNS: by group.</summary>
    public static bool IsMulticastDns(in Utterance said, DnsShape shape) =>
        IsOneOf(said.Destination, MdnsV4, MdnsV6) || IsOneOf(said.Group, MdnsV4, MdnsV6) || (shape.HasTopBit && shape.IsResponse && shape.Answers > 0);

    /// <summary>
    /// Link-local multicast name resolution: by group, that of the query behind a unicast reply too. Where nobody saw the query, since packets of other hosts go to
    /// another engine, a reply is told by its own bytes: DNS's replies lie in the flow of their query.
    /// </summary>
    public static bool IsLlmnr(in Utterance said, DnsShape shape) => IsForLlmnr(said) || (IsLoneReply(said) && IsLlmnrMessage(said.Bytes, shape));

    /// <summary>Whether a message is worth to be walked over for <see cref="IsLlmnr"/>.</summary>
    public static bool MayBeLlmnr(in Utterance said) => IsForLlmnr(said) || IsLoneReply(said);

    /// <summary>
    /// LLMNR where no group tells, as over TCP: it is a single label, asked for an address, with every flag clear (RFC 4795 section 2.1.1); a client of DNS
    /// sets the bit that asks for recursion or asks for dotted names, and its servers say what they can do.
    /// </summary>
    public static bool IsLlmnrMessage(ReadOnlySpan<byte> message, DnsShape shape)
    {
        if (!shape.Fits || shape.Questions != 1 || shape.Flags is not (0 or 0x8000) || shape.Type is not (1 or 28 or 255) || shape.NameAt != DnsWalk.HeaderLength)
            return false;
        var label = message[DnsWalk.HeaderLength];
        return label is > 0 and < 64 && message.Length > DnsWalk.HeaderLength + 1 + label && message[DnsWalk.HeaderLength + 1 + label] == 0;
    }

    /// <summary>NetBIOS name service: 32 letters from A to P, and a type of its own (RFC 1002 section 4.2.1).</summary>
    public static bool IsNetBios(ReadOnlySpan<byte> message, DnsShape shape)
    {
        if (IsCut(message, shape))
            return !message[(DnsWalk.HeaderLength + 1)..Math.Min(message.Length, DnsWalk.HeaderLength + 33)].ContainsAnyExceptInRange((byte)'A', (byte)'P');
        if (shape.NameAt == 0 || shape.Type is not (0x20 or 0x21 or 0x0A) || message.Length < shape.NameAt + 33 || message[shape.NameAt] != 32)
            return false;
        return !message.Slice(shape.NameAt + 1, 32).ContainsAnyExceptInRange((byte)'A', (byte)'P');
    }

    // The capture ends within the first name, or before its type: a dozen letters tell.
    private static bool IsCut(ReadOnlySpan<byte> message, DnsShape shape) =>
        shape is { Ended: true, Fits: true, Type: 0 } && message.Length > DnsWalk.HeaderLength + 12 && message[DnsWalk.HeaderLength] == 32;

    private static bool IsForLlmnr(in Utterance said) => IsOneOf(said.Destination, LlmnrV4, LlmnrV6) || IsOneOf(said.Group, LlmnrV4, LlmnrV6);

    // A reply without any flag whose flow has no query.
    private static bool IsLoneReply(in Utterance said) => said.Peer.IsEmpty && said.Group.IsNone && said.Bytes is [_, _, 0x80, 0, ..];

    private static bool IsOneOf(IpAddress address, IpAddress a, IpAddress b) => !address.IsNone && (address == a || address == b);
}
