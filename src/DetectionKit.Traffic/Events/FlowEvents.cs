using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Events;

/// <summary>A flow as a raw event with every fact that there is, under DetectionKit's own names: what CIM's model has no field for is here.</summary>
public static class FlowEvents
{
    /// <summary>The names of the fields. Facts of protocols (<see cref="ProtocolFacts"/>) come beside these.</summary>
    public static ImmutableArray<string> Fields { get; } =
    [
        "uid", "community_id", "src_ip", "src_port", "dest_ip", "dest_port", "transport", "ip_version", "app", "app_state", "app_conflict", "app_inner",
        "conn_state", "history", "duration", "bytes_in", "bytes_out", "packets_in", "packets_out", "payload_in", "payload_out", "direction",
        "src_flags", "dest_flags", "ttl", "tos", "vlan", "src_mac", "dest_mac", "icmp_type", "icmp_code", "fragments", "fragment_overlaps",
        "tiny_fragments", "tunnel_uid", "weird",
    ];

    /// <summary>The raw event of a flow; a fact that a flow does not have is left out.</summary>
    /// <param name="flow">The flow.</param>
    public static RawEvent Of(in FlowView flow)
    {
        var e = new RawEvent(flow.Start, SourceTypes.Flow, flow.Capture, capacity: 40);
        e.Add("uid", Value.Of(flow.Uid));
        e.Add("community_id", Value.Of(flow.CommunityIdText));
        e.Add("src_ip", Value.Of(flow.SourceAddress));
        e.Add("dest_ip", Value.Of(flow.DestinationAddress));
        if (flow.HasPorts)
        {
            e.Add("src_port", Value.Of(flow.SourcePort));
            e.Add("dest_port", Value.Of(flow.DestinationPort));
        }

        e.Add("transport", Value.Of(flow.Transport));
        e.Add("ip_version", Value.Of(flow.IpVersion));
        AddVerdict(e, in flow);
        AddTotals(e, in flow);
        AddPackets(e, in flow);
        if (flow.Fragments > 0)
        {
            e.Add("fragments", Value.Of(flow.Fragments));
            e.Add("fragment_overlaps", Value.Of(flow.FragmentOverlaps));
            e.Add("tiny_fragments", Value.Of(flow.TinyFragments));
        }

        e.Add("tunnel_uid", Value.Of(flow.TunnelUid));
        e.Add("weird", Value.OfMany(flow.Weirds.Select(weird => Value.Of(WeirdNames.Name(weird.Weird)))));
        foreach (var (name, value) in flow.Facts)
            e.Add(name, value);
        return e;
    }

    private static void AddVerdict(RawEvent e, in FlowView flow)
    {
        e.Add("app", Value.Of(flow.App ?? "unknown"));
        e.Add("app_state", Value.Of(flow.AppStateText));
        e.Add("app_conflict", Value.Of(flow.AppConflict));
        e.Add("app_inner", Value.OfMany(flow.AppInner.Select(Value.Of)));
    }

    private static void AddTotals(RawEvent e, in FlowView flow)
    {
        e.Add("conn_state", Value.Of(flow.ConnState));
        if (flow.History is { Length: > 0 } history)
            e.Add("history", Value.Of(history));
        e.Add("duration", Value.Of(flow.Duration));
        e.Add("bytes_in", Value.Of(flow.BytesIn));
        e.Add("bytes_out", Value.Of(flow.BytesOut));
        e.Add("packets_in", Value.Of(flow.PacketsIn));
        e.Add("packets_out", Value.Of(flow.PacketsOut));
        e.Add("payload_in", Value.Of(flow.PayloadIn));
        e.Add("payload_out", Value.Of(flow.PayloadOut));
        e.Add("direction", Value.Of(Inside.Direction(flow.SourceAddress, flow.DestinationAddress)));
    }

    private static void AddPackets(RawEvent e, in FlowView flow)
    {
        if (flow.IpProtocol == IpProtocol.Tcp)
        {
            e.Add("src_flags", Value.Of(FlowText.Flags(flow.FlagsOut)));
            e.Add("dest_flags", Value.Of(FlowText.Flags(flow.FlagsIn)));
        }

        e.Add("ttl", Value.Of(flow.TimeToLive));
        e.Add("tos", Value.Of(flow.TypeOfService));
        e.Add("vlan", flow.Vlan is { } vlan ? Value.Of(vlan) : default);
        e.Add("src_mac", Value.Of(FlowText.Mac(flow.SourceMac)));
        e.Add("dest_mac", Value.Of(FlowText.Mac(flow.DestinationMac)));
        e.Add("icmp_type", flow.IcmpType is { } type ? Value.Of(type) : default);
        e.Add("icmp_code", flow.IcmpCode is { } code ? Value.Of(code) : default);
    }
}
