using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>Makes followers of one protocol. One sealed subclass with a parameterless constructor in the protocol's folder; it is found by being there.</summary>
public abstract class FollowerFactory
{
    /// <summary>The verdict whose flows are followed: an identifier's <see cref="Identifier.App"/>.</summary>
    public abstract string App { get; }

    /// <summary>What following is good for.</summary>
    public abstract FollowerPurpose Purpose { get; }

    /// <summary>Names of the data models whose events following gives.</summary>
    public virtual ImmutableArray<string> Models => [];

    /// <summary>Those models, and which of their fields following fills (CIM's names).</summary>
    public virtual IEnumerable<(DataModel Model, IEnumerable<string> Fields)> FilledFields => [];

    /// <summary>A follower for one flow.</summary>
    public abstract Follower Begin();
}

/// <summary>
/// Reads one identified flow on: from its first byte, in order, each side by itself, until it says that it is done. Holds what it needs to
/// know of its flow. Never throws, whatever the bytes; visits each byte a bounded number of times.
/// </summary>
public abstract class Follower
{
    /// <summary>Whether it can do nothing with what it left before a line ends (LF), so that it is not asked earlier.</summary>
    public virtual bool ReadsLines => false;

    /// <summary>Takes bytes of one side.</summary>
    /// <param name="said">The bytes that were not consumed yet.</param>
    /// <param name="notes">Where to say what was found.</param>
    /// <returns>
    /// TCP: how many bytes are done with. What is left comes again with more behind it; more than is there skips what will come (a body). A side
    /// that leaves more than 8 KiB ends the following. UDP: not looked at.
    /// </returns>
    public abstract long Read(in FollowedBytes said, FlowNotes notes);

    /// <summary>Nothing more will be read: the flow is at its end, or the follower said that it is done.</summary>
    /// <param name="notes">Where to say what was found.</param>
    public virtual void Finish(FlowNotes notes)
    {
    }
}
