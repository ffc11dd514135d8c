using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Events;

/// <summary>Names a flow, so that an alert can point at it. Two of one <see cref="Uid"/> are the same flow.</summary>
/// <param name="Uid">The flow's own identifier.</param>
/// <param name="Source">The originator's address.</param>
/// <param name="SourcePort">Its port; ICMP: as Community ID has it.</param>
/// <param name="Destination">The responder's address.</param>
/// <param name="DestinationPort">Its port.</param>
/// <param name="Protocol">What IP carries, by number.</param>
/// <param name="CommunityId">Its Community ID, version 1.</param>
/// <param name="Start">Its first packet.</param>
/// <param name="End">Its newest packet.</param>
/// <param name="Evidence">The first bytes that its verdict rests on, in hexadecimal, bounded; null: not kept.</param>
public sealed record FlowReference(
    string Uid, IpAddress Source, int SourcePort, IpAddress Destination, int DestinationPort, int Protocol, string CommunityId, Timestamp Start, Timestamp End, string? Evidence)
{
    /// <summary>Whether the flow goes on: its event tells what it has come to by now, and stands for it until the next one.</summary>
    public bool IsContinuing { get; init; }

    /// <summary>Whether the flow goes on and its verdict has just been found, or has changed: who reads more than is settled by that is not meant.</summary>
    public bool IsIdentification { get; init; }

    /// <summary>Whether events told of the flow before, while it went on: the first event of this reference stands in the place of those.</summary>
    public bool WasTold { get; init; }

    /// <inheritdoc/>
    public bool Equals(FlowReference? other) => other is not null && string.Equals(Uid, other.Uid, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Uid.GetHashCode(StringComparison.Ordinal);
}
