using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Events;

/// <summary>
/// A flow as a raw event with every fact that there is and that somebody reads, under DetectionKit's own names: what CIM's model has no field for is here.
/// </summary>
public sealed class FlowEvents
{
    private static readonly ImmutableArray<FlowField> All =
    [
        new("uid", (in flow) => Value.Of(flow.Uid)),
        new("community_id", (in flow) => Value.Of(flow.CommunityIdText)),
        new("src_ip", (in flow) => Value.Of(flow.SourceAddress)),
        new("dest_ip", (in flow) => Value.Of(flow.DestinationAddress)),
        new("src_port", (in flow) => flow.HasPorts ? Value.Of(flow.SourcePort) : default),
        new("dest_port", (in flow) => flow.HasPorts ? Value.Of(flow.DestinationPort) : default),
        new("transport", (in flow) => Value.Of(flow.Transport)),
        new("ip_version", (in flow) => Value.Of(flow.IpVersion)),
        new("app", (in flow) => Value.Of(flow.App ?? "unknown")),
        new("app_state", (in flow) => Value.Of(flow.AppStateText)),
        new("app_conflict", (in flow) => Value.Of(flow.AppConflict)),
        new("app_inner", (in flow) => Value.OfMany(flow.AppInner.Select(Value.Of))),
        new("conn_state", (in flow) => Value.Of(flow.ConnState)),
        new("history", (in flow) => flow.History is { Length: > 0 } history ? Value.Of(history) : default),
        new("duration", (in flow) => Value.Of(flow.Duration)),
        new("bytes_in", (in flow) => Value.Of(flow.BytesIn)),
        new("bytes_out", (in flow) => Value.Of(flow.BytesOut)),
        new("packets_in", (in flow) => Value.Of(flow.PacketsIn)),
        new("packets_out", (in flow) => Value.Of(flow.PacketsOut)),
        new("payload_in", (in flow) => Value.Of(flow.PayloadIn)),
        new("payload_out", (in flow) => Value.Of(flow.PayloadOut)),
        new("direction", (in flow) => Value.Of(Inside.Direction(flow.SourceAddress, flow.DestinationAddress))),
        new("src_flags", (in flow) => Flags(in flow, flow.FlagsOut)),
        new("dest_flags", (in flow) => Flags(in flow, flow.FlagsIn)),
        new("ttl", (in flow) => Value.Of(flow.TimeToLive)),
        new("tos", (in flow) => Value.Of(flow.TypeOfService)),
        new("vlan", (in flow) => Number(flow.Vlan)),
        new("src_mac", (in flow) => Value.Of(FlowText.Mac(flow.SourceMac))),
        new("dest_mac", (in flow) => Value.Of(FlowText.Mac(flow.DestinationMac))),
        new("icmp_type", (in flow) => Number(flow.IcmpType)),
        new("icmp_code", (in flow) => Number(flow.IcmpCode)),
        new("fragments", (in flow) => Fragments(in flow, flow.Fragments)),
        new("fragment_overlaps", (in flow) => Fragments(in flow, flow.FragmentOverlaps)),
        new("tiny_fragments", (in flow) => Fragments(in flow, flow.TinyFragments)),
        new("tunnel_uid", (in flow) => Value.Of(flow.TunnelUid)),
        new("weird", (in flow) => Value.OfMany(flow.Weirds.Select(weird => Value.Of(WeirdNames.Name(weird.Weird))))),
    ];

    private static readonly FrozenSet<string> Possible = All.Select(field => field.Name).Concat(ProtocolFacts.All.Select(fact => fact.Name)).ToFrozenSet(StringComparer.Ordinal);

    private readonly FieldSelection _selection;
    private readonly FlowField[] _fields;

    /// <summary>Events for a sink.</summary>
    /// <param name="interest">What it wants.</param>
    public FlowEvents(EventInterest interest)
    {
        _selection = interest.FieldsOfRaw(SourceTypes.Flow, Possible);
        _fields = [.. All.Where(field => _selection.Contains(field.Name))];
        WantsFacts = ProtocolFacts.All.Any(fact => _selection.Contains(fact.Name));
    }

    private delegate Value Reading(in FlowView flow);

    /// <summary>Whether anybody reads the event.</summary>
    public bool IsWanted => _selection.IsRead;

    /// <summary>Whether anybody reads a fact that a protocol's messages give.</summary>
    public bool WantsFacts { get; }

    /// <summary>Whether anybody reads that fact.</summary>
    /// <param name="name">Its name.</param>
    public bool WantsFact(string name) => _selection.Contains(name);

    /// <summary>The raw event of a flow; a fact that a flow does not have is left out.</summary>
    /// <param name="flow">The flow.</param>
    public RawEvent Of(in FlowView flow)
    {
        var facts = WantsFacts ? flow.Facts : [];
        var fields = new List<KeyValuePair<string, Value>>(_fields.Length + facts.Count);
        foreach (var field in _fields)
        {
            var value = field.Read(in flow);
            if (!value.IsNull)
                fields.Add(new(field.Name, value));
        }

        var e = new RawEvent(flow.Start, SourceTypes.Flow, flow.Capture, "localhost", fields);
        foreach (var (name, value) in facts)
        {
            if (_selection.Contains(name))
                e.Add(name, value);
        }

        return e;
    }

    private static Value Flags(in FlowView flow, TcpFlags flags) => flow.IpProtocol == IpProtocol.Tcp ? Value.Of(FlowText.Flags(flags)) : default;

    private static Value Fragments(in FlowView flow, long count) => flow.Fragments > 0 ? Value.Of(count) : default;

    private static Value Number(int? number) => number is { } n ? Value.Of(n) : default;

    private readonly record struct FlowField(string Name, Reading Read);
}
