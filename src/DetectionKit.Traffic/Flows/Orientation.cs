using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <summary>
/// Which end of a flow is the originator, by the first of these that tells: it sent the SYN; it received the SYN-ACK; the other end is a
/// group (which sends nothing); its bytes play the client; the other end's port is a registered service's; the other end's port is the lower
/// one; it sent the first packet.
/// </summary>
internal static class Orientation
{
    /// <summary>The originator's end.</summary>
    /// <param name="flow">The flow.</param>
    public static int Originator(in Flow flow)
    {
        if (((flow.A.Facts ^ flow.B.Facts) & SideFacts.Syn) != 0)
            return (flow.A.Facts & SideFacts.Syn) != 0 ? 0 : 1;
        if (((flow.A.Facts ^ flow.B.Facts) & SideFacts.SynAck) != 0)
            return (flow.A.Facts & SideFacts.SynAck) != 0 ? 1 : 0;
        var first = (flow.Facts & FlowFacts.FirstIsB) != 0 ? 1 : 0;
        if ((flow.A.Facts & flow.B.Facts & SideFacts.Syn) != 0)
            return first;
        var groups = (flow.Key.AddressA.IsGroup, flow.Key.AddressB.IsGroup);
        if (groups.Item1 != groups.Item2)
            return groups.Item1 ? 1 : 0;
        if ((flow.Facts & (FlowFacts.ClientIsA | FlowFacts.ClientIsB)) is var client && client is FlowFacts.ClientIsA or FlowFacts.ClientIsB)
            return client == FlowFacts.ClientIsA ? 0 : 1;
        if (!IpProtocol.HasPorts(flow.Key.Protocol))
            return first;
        var services = (ServicePorts.Contains(flow.Key.PortA), ServicePorts.Contains(flow.Key.PortB));
        if (services.Item1 != services.Item2)
            return services.Item1 ? 1 : 0;
        return flow.Key.PortA == flow.Key.PortB ? first : flow.Key.PortA < flow.Key.PortB ? 1 : 0;
    }
}
