using DetectionKit.Testing.Synthesis.Frames;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Testing.Synthesis;

/// <summary>Runs foreign flows through a whole traffic engine and collects those that were given a name.</summary>
public static class ForeignTraffic
{
    private const long Begin = 1_700_000_000_000_000_000;
    private const long Gap = 100_000;

    /// <summary>Runs a series.</summary>
    /// <param name="series">The series' seed.</param>
    /// <param name="flows">How many flows.</param>
    /// <returns>The flows that were named, by their numbers: none in a perfect engine.</returns>
    public static IReadOnlyList<NamedForeignFlow> Run(int series, int flows)
    {
        var sink = new Sink(series);
        var engine = new TrafficEngine("foreign", TrafficOptions.Default with { Evidence = true }, sink);
        var time = Begin;
        for (var number = 0; number < flows; number++)
        {
            foreach (var frame in FlowFrames.Of(ForeignFlow.Make(series, number)))
            {
                engine.Take(new CapturedPacket { Data = frame, Time = time, WireLength = frame.Length, LinkType = LinkType.Ethernet });
                time += Gap;
            }
        }

        engine.Finish();
        sink.Named.Sort((a, b) => a.Flow.Number.CompareTo(b.Flow.Number));
        return sink.Named;
    }

    private sealed class Sink(int series) : IFlowSink
    {
        public List<NamedForeignFlow> Named { get; } = [];

        public void OnFlow(in FlowView flow)
        {
            if (flow.App is not { } app)
                return;
            // A verdict may turn a flow round, so the client's address is at either end; a tunnel's inner flow has neither.
            var number = Number(flow.SourceAddress.ToString()) ?? Number(flow.DestinationAddress.ToString());
            var foreign = ForeignFlow.Make(series, number ?? 0);
            Named.Add(new(foreign, app, flow.Evidence?.Rule ?? "", flow.Evidence?.Bits ?? 0, flow.Evidence?.FirstBytes ?? ""));
        }

        private static int? Number(string address)
        {
            var bytes = System.Net.IPAddress.Parse(address).GetAddressBytes();
            return bytes is [10, var high, var middle, var low] ? (high << 16) | (middle << 8) | low : null;
        }
    }
}

/// <summary>A foreign flow that was given a name.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="App">The name.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Bits">Its evidence.</param>
/// <param name="FirstBytes">The first bytes that it was about, as hexadecimal digits.</param>
public sealed record NamedForeignFlow(ForeignFlow Flow, string App, string Rule, int Bits, string FirstBytes)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{App} ({Rule}, {Bits} bits) on {(Flow.Udp ? "udp" : Flow.Handshake ? "tcp" : "tcp midstream")} {Flow.Content.Family}/{Flow.Content.Name} no. {Flow.Number}: {FirstBytes}";
}
