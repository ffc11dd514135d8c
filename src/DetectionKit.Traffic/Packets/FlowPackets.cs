using DetectionKit.Abstractions.Events;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Traffic.Packets;

/// <summary>Tells which packets are a flow's.</summary>
public static class FlowPackets
{
    /// <summary>Whether a packet is of the flow, in either direction. Fragments count by addresses; what is inside a tunnel does not.</summary>
    /// <param name="captured">The packet.</param>
    /// <param name="flow">The flow.</param>
    public static bool IsOf(in CapturedPacket captured, FlowReference flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var packet = default(Packet);
        if (FrameDecoder.Decode(captured.Data, captured.LinkType, ref packet) != DecodeOutcome.Ip || packet.Protocol != flow.Protocol)
            return false;
        var (source, destination) = (flow.Source.Bits, flow.Destination.Bits);
        var (from, to) = (new UInt128(packet.SourceHigh, packet.SourceLow), new UInt128(packet.DestinationHigh, packet.DestinationLow));
        var ports = !packet.IsFragment && IpProtocol.HasPorts(packet.Protocol);
        return (from == source && to == destination && (!ports || (packet.SourcePort == flow.SourcePort && packet.DestinationPort == flow.DestinationPort)))
            || (from == destination && to == source && (!ports || (packet.SourcePort == flow.DestinationPort && packet.DestinationPort == flow.SourcePort)));
    }
}
