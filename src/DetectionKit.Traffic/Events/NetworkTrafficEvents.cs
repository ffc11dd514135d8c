using System.Collections.Frozen;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Traffic.Events;

/// <summary>A flow as an event of CIM's Network_Traffic.</summary>
/// <remarks>
/// <c>src</c> and <c>dest</c> are addresses; <c>direction</c> is told by private and public addresses; <c>protocol</c> is the network layer;
/// <c>tcp_flag</c> lists all flags of both sides; <c>action</c> stays unknown, since no packet says what a device decided. ICMP has no ports.
/// </remarks>
public static class NetworkTrafficEvents
{
    /// <summary>What fills <c>vendor_product</c>.</summary>
    public const string VendorProduct = "DetectionKit";

    /// <summary>The fields that packets fill (CIM's names). The others keep their published defaults.</summary>
    public static FrozenSet<string> FilledFields { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "app", "bytes", "bytes_in", "bytes_out", "dest", "dest_ip", "dest_mac", "dest_port", "direction", "duration", "dvc", "flow_id", "icmp_code",
        "icmp_type", "packets", "packets_in", "packets_out", "protocol", "protocol_version", "response_time", "src", "src_ip", "src_mac", "src_port",
        "tcp_flag", "tos", "transport", "ttl", "vendor_product", "vlan");

    /// <summary>The event of a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="selection">The fields that somebody reads: texts that nobody reads are not made; null: all.</param>
    public static NetworkTraffic Of(in FlowView flow, FieldSelection? selection = null)
    {
        var (source, destination) = (flow.SourceAddress, flow.DestinationAddress);
        var all = selection ?? FieldSelection.All;
        return new()
        {
            Time = flow.Start,
            Source = flow.Capture,
            SourceType = SourceTypes.Flow,
            App = flow.App ?? "unknown",
            Bytes = flow.BytesIn + flow.BytesOut,
            BytesIn = flow.BytesIn,
            BytesOut = flow.BytesOut,
            Dest = destination.ToString(),
            DestIp = destination,
            DestMac = all.Contains("dest_mac") ? FlowText.Mac(flow.DestinationMac) ?? "unknown" : "unknown",
            DestPort = flow.HasPorts ? flow.DestinationPort : null,
            Direction = Inside.Direction(source, destination),
            Duration = flow.Duration,
            Dvc = "localhost",
            FlowId = all.Contains("flow_id") ? flow.Uid : "unknown",
            IcmpCode = flow.IcmpCode,
            IcmpType = flow.IcmpType,
            Packets = flow.PacketsIn + flow.PacketsOut,
            PacketsIn = flow.PacketsIn,
            PacketsOut = flow.PacketsOut,
            Protocol = flow.IpVersion == 4 ? "ip" : "ipv6",
            ProtocolVersion = flow.IpVersion == 4 ? "4" : "6",
            ResponseTime = flow.ResponseMilliseconds,
            Src = source.ToString(),
            SrcIp = source,
            SrcMac = all.Contains("src_mac") ? FlowText.Mac(flow.SourceMac) ?? "unknown" : "unknown",
            SrcPort = flow.HasPorts ? flow.SourcePort : null,
            TcpFlag = all.Contains("tcp_flag") ? FlowText.Flags(flow.FlagsIn | flow.FlagsOut) ?? "unknown" : "unknown",
            Tos = all.Contains("tos") ? FlowText.Number(flow.TypeOfService) : "unknown",
            Transport = flow.Transport,
            Ttl = flow.TimeToLive,
            VendorProduct = VendorProduct,
            Vlan = flow.Vlan is { } vlan ? FlowText.Number(vlan) : "unknown",
        };
    }
}
