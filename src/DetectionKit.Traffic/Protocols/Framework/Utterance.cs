using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>
/// What an identifier sees: the bytes that one side of a flow has said, beside what the other side has said. There is no port in it, so no
/// verdict can rest on one. Spans are valid during the call only.
/// </summary>
public readonly ref struct Utterance
{
    /// <summary>What carries the bytes.</summary>
    public Carrier Carrier { get; init; }

    /// <summary>TCP: this side's bytes from the first on, in order, without a gap. UDP: this datagram.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>TCP: the other side's bytes from the first on. UDP: the other side's latest datagram. Empty when it has not spoken.</summary>
    public ReadOnlySpan<byte> Peer { get; init; }

    /// <summary>UDP: this side's datagram before this one; empty for the first.</summary>
    public ReadOnlySpan<byte> Previous { get; init; }

    /// <summary>UDP: how many datagrams this side sent before this one. TCP: 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>UDP: the datagram's length by its header; larger than <see cref="Bytes"/> where the capture cut it. TCP: the length of <see cref="Bytes"/>.</summary>
    public int WireLength { get; init; }

    /// <summary>TCP: whether the stream's beginning was seen (its SYN), so that the first byte is the first that was said.</summary>
    public bool FromStart { get; init; }

    /// <summary>TCP: whether this side will say no more that can be shown (FIN, gap, or the head is full). UDP: true.</summary>
    public bool Complete { get; init; }

    /// <summary>The claim where the bytes end too early to judge: no if nothing more will come, else more.</summary>
    public Claim TooShort => Complete ? Claim.No : Claim.More;

    /// <summary>TCP: whether this side spoke before the other said anything.</summary>
    public bool SpokeFirst { get; init; }

    /// <summary>The address that the bytes were sent to: group addresses may decide (224.0.0.251, ff02::fb).</summary>
    public IpAddress Destination { get; init; }

    /// <summary>The address that the bytes were sent from.</summary>
    public IpAddress Source { get; init; }

    /// <summary>UDP: the group address that the flow's first datagram went to, or none: a unicast reply knows by it what was asked.</summary>
    public IpAddress Group { get; init; }
}
