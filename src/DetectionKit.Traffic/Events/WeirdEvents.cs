using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Traffic.Events;

/// <summary>Odd traffic as raw events: one for each flow and kind, when the flow ends; the time is that of the first sight.</summary>
public static class WeirdEvents
{
    /// <summary>One weird of a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="weird">What was odd about it.</param>
    public static RawEvent Of(in FlowView flow, WeirdCount weird)
    {
        var e = new RawEvent(new Timestamp(weird.First), SourceTypes.Weird, flow.Capture);
        e.Add("name", Value.Of(WeirdNames.Name(weird.Weird)));
        e.Add("uid", Value.Of(flow.Uid));
        e.Add("src_ip", Value.Of(flow.SourceAddress));
        e.Add("dest_ip", Value.Of(flow.DestinationAddress));
        e.Add("transport", Value.Of(flow.Transport));
        e.Add("count", Value.Of(weird.Count));
        if (flow.HasPorts)
        {
            e.Add("src_port", Value.Of(flow.SourcePort));
            e.Add("dest_port", Value.Of(flow.DestinationPort));
        }

        if (weird.Weird == Weird.ProtocolConflict)
        {
            e.Add("app", Value.Of(flow.App));
            e.Add("app_conflict", Value.Of(flow.AppConflict));
        }

        if (flow.Fragments > 0)
        {
            e.Add("fragments", Value.Of(flow.Fragments));
            e.Add("fragment_overlaps", Value.Of(flow.FragmentOverlaps));
            e.Add("tiny_fragments", Value.Of(flow.TinyFragments));
        }

        return e;
    }

    /// <summary>Something odd about the capture that belongs to no flow.</summary>
    /// <param name="capture">The capture's path.</param>
    /// <param name="weird">What, how often, and when first.</param>
    public static RawEvent OfCapture(string capture, WeirdCount weird)
    {
        var e = new RawEvent(new Timestamp(weird.First), SourceTypes.Weird, capture);
        e.Add("name", Value.Of(WeirdNames.Name(weird.Weird)));
        e.Add("count", Value.Of(weird.Count));
        return e;
    }
}
