using System.CommandLine;
using System.Globalization;
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
    private const int MostThreads = 256;

    private readonly Argument<string[]> _files = new("file") { Description = "Captures: pcap or pcapng, also gzip; - is standard input.", Arity = ArgumentArity.OneOrMore, HelpName = "FILE" };
    private readonly Option<string> _format = CommonOptions.Format("table", "json", "none");
    private readonly Option<bool> _why = new("--why") { Description = "Say of each flow which rule decided its app, on what bytes (json)." };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "How many captures are read side by side; a capture by itself is read ahead by a second thread. The output is the same.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

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
        Add(_threads);
        _threads.Validators.Add(result =>
        {
            // What is no number at all is refused where it is converted.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out var threads) && threads is < 1 or > MostThreads)
                result.AddError($"--threads: a number from 1 to {MostThreads}");
        });
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
        var threads = parsed.GetValue(_threads);
        // What people read comes as it is found.
        if (format is "table")
        {
            var table = new FlowTable(terminal.Text);
            foreach (var path in existing)
                RunOne(path, table)();
            if (!cancellation.IsCancellationRequested)
                totals.Remark(terminal);
        }
        else
        {
            new Turns(terminal.Output).Run(existing.Count, threads, (number, output) =>
            {
                using var json = format is "json" ? new FlowJson(output) : null;
                return RunOne(existing[number], json);
            });
            if (format is "none" && !cancellation.IsCancellationRequested)
                totals.Write(terminal.Output);
        }

        return code;

        // Runs a capture; what it returns sums up and says what was wrong.
        Action RunOne(string path, IFlowSink? sink)
        {
            if (cancellation.IsCancellationRequested)
                return () => { };
            using var reader = CaptureReader.Open(path, ahead: threads > 1 && existing.Count == 1);
            var summary = new TrafficEngine(path, options, sink).Run(reader, cancellation);
            return () =>
            {
                totals.Add(summary.Counters);
                if (summary.Error is null || cancellation.IsCancellationRequested)
                    return;
                terminal.Fail($"{path}: {summary.Error}");
                code = ExitCode.CouldNotRun;
            };
        }
    }
}
