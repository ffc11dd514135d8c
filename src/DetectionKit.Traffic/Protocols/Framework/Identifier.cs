using System.Collections.Immutable;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>
/// Says whether bytes speak one application protocol. One sealed subclass with a parameterless constructor in each protocol's folder; the
/// catalogue finds it by the name of its file. Instances hold no state: what a flow has said comes with each call.
/// </summary>
/// <remarks>
/// <see cref="Inspect"/> is asked for each side by itself: for TCP when a side has new bytes in order (it sees them all again from the first), for
/// UDP at each datagram; and no more once it said <see cref="Claim.No"/> for that side, or the flow is decided. It allocates nothing, visits
/// each byte a bounded number of times, and never throws, whatever the bytes.
/// </remarks>
public abstract class Identifier
{
    /// <summary>The protocol's name: Zeek's and CIM's, lower case.</summary>
    public abstract string App { get; }

    /// <summary>What can carry it.</summary>
    public abstract Carrier Carrier { get; }

    /// <summary>What its messages can begin with: of either side, over any of its carriers. One of these must fit.</summary>
    public abstract ImmutableArray<Prefix> Prefixes { get; }

    /// <summary>What its messages can begin with over one carrier, where that differs: over TCP a length may stand before what UDP carries.</summary>
    /// <param name="carrier">TCP or UDP.</param>
    public virtual ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => Prefixes;

    /// <summary>Judges what one side has said.</summary>
    /// <param name="said">The bytes, and their surroundings.</param>
    public abstract Claim Inspect(in Utterance said);
}
