using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>Which flow an event is of, seen from its originator.</summary>
/// <param name="Capture">The capture's path, as given.</param>
/// <param name="Uid">The flow's identifier.</param>
/// <param name="Source">The originator's address.</param>
/// <param name="SourcePort">Its port.</param>
/// <param name="Destination">The responder's address.</param>
/// <param name="DestinationPort">Its port.</param>
/// <param name="Transport"><c>tcp</c> or <c>udp</c>.</param>
public readonly record struct FlowEnds(
    string Capture, string Uid, IpAddress Source, int SourcePort, IpAddress Destination, int DestinationPort, string Transport);
