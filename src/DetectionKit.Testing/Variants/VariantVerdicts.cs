using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Testing.Variants;

/// <summary>Holds the verdicts on a variant against those on the capture that it was made of.</summary>
public static class VariantVerdicts
{
    /// <summary>The verdicts on a capture, by their flows: of several flows between the same ends, the one with most packets.</summary>
    /// <param name="capture">pcap or pcapng.</param>
    public static IReadOnlyDictionary<FlowEnds, string> Of(byte[] capture)
    {
        var sink = new Sink();
        using var reader = CaptureReader.Open(new MemoryStream(capture));
        new TrafficEngine("variant", TrafficOptions.Default, sink).Run(reader);
        return sink.Apps.ToDictionary(entry => entry.Key, entry => entry.Value.App);
    }

    /// <summary>The flows whose verdict a variant changed.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="capture">The capture.</param>
    /// <param name="before">The verdicts on the capture.</param>
    public static IEnumerable<ChangedVerdict> Changed(CaptureVariant variant, byte[] capture, IReadOnlyDictionary<FlowEnds, string> before)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(before);
        var after = Of(variant.Apply(capture));
        foreach (var (ends, app) in before)
        {
            // What the variant could not reach (a flow inside a tunnel, say) keeps its ends.
            if (!after.TryGetValue(ends.Through(variant), out var now))
                now = after.GetValueOrDefault(ends, "");
            if (!string.Equals(app, now, StringComparison.Ordinal))
                yield return new(ends, app, now);
        }
    }

    private sealed class Sink : IFlowSink
    {
        public Dictionary<FlowEnds, (string App, long Packets)> Apps { get; } = [];

        public void OnFlow(in FlowView flow)
        {
            var ends = FlowEnds.Of(flow.Transport, $"{flow.SourceAddress}", flow.SourcePort, $"{flow.DestinationAddress}", flow.DestinationPort);
            var packets = flow.PacketsIn + flow.PacketsOut;
            if (!Apps.TryGetValue(ends, out var known) || packets > known.Packets)
                Apps[ends] = (flow.App ?? "", packets);
        }
    }
}

/// <summary>A flow's two ends, in the order of their text, so that it does not matter who began.</summary>
/// <param name="Transport">What IP carries.</param>
/// <param name="A">The first end's address.</param>
/// <param name="PortA">Its port.</param>
/// <param name="B">The other end's address.</param>
/// <param name="PortB">Its port.</param>
public sealed record FlowEnds(string Transport, string A, int PortA, string B, int PortB)
{
    /// <summary>The ends in their order.</summary>
    public static FlowEnds Of(string transport, string a, int portA, string b, int portB) =>
        (string.CompareOrdinal(a, b) is var order && order != 0 ? order : portA - portB) <= 0 ? new(transport, a, portA, b, portB) : new(transport, b, portB, a, portA);

    /// <summary>The ends as a variant changes them.</summary>
    /// <param name="variant">The variant.</param>
    public FlowEnds Through(CaptureVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return Transport is "tcp" or "udp" ? Of(Transport, A, variant.PortOf(PortA), B, variant.PortOf(PortB)) : this;
    }
}

/// <summary>A verdict that a variant changed.</summary>
/// <param name="Ends">The flow.</param>
/// <param name="Before">The verdict on the capture.</param>
/// <param name="After">The verdict on the variant; empty: none.</param>
public sealed record ChangedVerdict(FlowEnds Ends, string Before, string After);
