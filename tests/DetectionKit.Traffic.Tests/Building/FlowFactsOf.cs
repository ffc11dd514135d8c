using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Traffic.Tests.Building;

/// <summary>The facts of a capture's first flow, each as text (several values of one name with a blank between them), and what is inside it.</summary>
internal sealed class FlowFactsOf : IFlowSink
{
    private static readonly HashSet<string> Documented = [.. Traffic.Events.ProtocolFacts.All.Select(fact => fact.Name)];
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);
    private bool _seen;

    /// <summary>Protocols inside.</summary>
    public string Inner { get; private set; } = "";

    /// <summary>Its verdict.</summary>
    public string? App { get; private set; }

    /// <summary>The fact; null where it has none.</summary>
    public string? this[string name] => _facts.GetValueOrDefault(name);

    /// <summary>Runs a capture.</summary>
    public static FlowFactsOf First(CaptureBuilder capture) => First(capture.Pcap(nanoseconds: true));

    /// <summary>Runs a capture.</summary>
    public static FlowFactsOf First(byte[] capture)
    {
        var facts = new FlowFactsOf();
        using var reader = CaptureReader.Open(new MemoryStream(capture));
        new TrafficEngine("test.pcap", TrafficOptions.Default with { ProtocolFacts = true }, facts).Run(reader);
        return facts;
    }

    public void OnFlow(in FlowView flow)
    {
        if (_seen)
            return;
        _seen = true;
        Inner = string.Join(' ', flow.AppInner);
        App = flow.App;
        foreach (var (name, value) in flow.Facts)
        {
            Assert.That(Documented, Does.Contain(name), "a fact that the table of facts does not have");
            _facts[name] = _facts.TryGetValue(name, out var before) ? $"{before} {value.ToText()}" : value.ToText();
        }
    }
}
