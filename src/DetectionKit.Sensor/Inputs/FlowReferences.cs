using DetectionKit.Abstractions.Events;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Sensor.Inputs;

/// <summary>Names flows for alerts.</summary>
internal static class FlowReferences
{
    private const int MostEvidence = 128;

    public static FlowReference Of(in FlowView flow) => new(
        flow.Uid,
        flow.SourceAddress,
        flow.SourcePort,
        flow.DestinationAddress,
        flow.DestinationPort,
        flow.IpProtocol,
        flow.CommunityIdText,
        flow.Start,
        flow.End,
        flow.Evidence?.FirstBytes is { } bytes ? bytes[..Math.Min(bytes.Length, MostEvidence)] : null);
}
