using System.CommandLine;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Output;
using DetectionKit.Cli.Terminals;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk flows FILE...</c></summary>
internal sealed class FlowsVerb : Verb
{
    private readonly Argument<string[]> _files = new("file") { Description = "Captures: pcap or pcapng, also gzip; - is standard input.", Arity = ArgumentArity.OneOrMore, HelpName = "FILE" };
    private readonly Option<string> _format = CommonOptions.Format("table", "json", "none");
    private readonly Option<bool> _why = new("--why") { Description = "Say of each flow which rule decided its app, on what bytes (json)." };

    private readonly PacketOptions _packets = new();

    public FlowsVerb()
        : base(
            "flows",
            "Show the flows of captures: who talked to whom, and which application protocol the bytes speak, whatever the port. Each file is a run of its own.",
            "dk flows datasets/benign/http_on_80/capture.pcap",
            "dk flows --format json *.pcap | jq 'select(.app == \"ssl\" and .dest_port != 443)'",
            "dk flows --format none big.pcap                            # one line of sums, as fast as it goes")
    {
        Add(_files);
        Add(_format);
        Add(_why);
        _packets.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var paths = parsed.GetRequiredValue(_files);
        var format = parsed.GetRequiredValue(_format);
        var options = _packets.Read(parsed) with { Evidence = parsed.GetValue(_why), ProtocolFacts = format is "json" };
        var existing = InputFiles.Existing(paths, terminal);
        var code = existing.Count == paths.Length ? ExitCode.Fine : ExitCode.CouldNotRun;
        var totals = new FlowTotals();
        using var json = format is "json" ? new FlowJson(terminal.Output) : null;
        var table = format is "table" ? new FlowTable(terminal.Text) : null;
        foreach (var path in existing)
        {
            using var reader = CaptureReader.Open(path);
            var engine = new TrafficEngine(path, options, (IFlowSink?)json ?? table);
            engine.Run(reader, cancellation);
            totals.Add(engine.Counters);
            if (cancellation.IsCancellationRequested)
                return ExitCode.Interrupted;
            if (reader.Error is not { } error)
                continue;
            terminal.Fail($"{path}: {error}");
            code = ExitCode.CouldNotRun;
        }

        if (format is "none")
            totals.Write(terminal.Output);
        else if (format is "table")
            totals.Remark(terminal);
        return code;
    }
}
