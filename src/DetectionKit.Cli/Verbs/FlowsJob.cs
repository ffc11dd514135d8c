using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Output;
using DetectionKit.Cli.Terminals;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Cli.Verbs;

/// <summary>What a command line asks of <c>dk flows</c>.</summary>
/// <param name="Paths">The captures; <c>-</c> is standard input.</param>
/// <param name="Format">One of <see cref="Formats"/>.</param>
internal sealed record FlowsJob(string[] Paths, string Format)
{
    /// <summary>How flows are written; the first is the default.</summary>
    public static string[] Formats { get; } = ["table", "json", "none"];

    /// <summary>How packets are read.</summary>
    public TrafficOptions Packets { get; init; } = TrafficOptions.Default;

    /// <summary>How many captures are read side by side.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Reads a command line that names captures and a format and says nothing else; null: the parser has to say what it means. The parser alone takes as
    /// long to start as forty megabytes of packets take to read.
    /// </summary>
    /// <param name="args">The whole command line.</param>
    public static FlowsJob? TryRead(string[] args)
    {
        if (args is not ["flows", .. var rest])
            return null;
        string? format = null;
        var paths = new List<string>(rest.Length);
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] is "--format" or "-f" && format is null && i + 1 < rest.Length && Formats.IndexOf(rest[i + 1]) >= 0)
                format = rest[++i];
            else if (rest[i] is "-" or [not ('-' or '/' or '@'), ..] or ['/', _, _, ..])
                paths.Add(rest[i]);
            else
                return null;
        }

        return paths.Count == 0 ? null : new([.. paths], format ?? Formats[0]);
    }

    /// <summary>Does it.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Set by Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public int Run(Terminal terminal, CancellationToken cancellation)
    {
        var options = Packets with { ProtocolFacts = Format is "json" };
        var existing = InputFiles.Existing(Paths, terminal);
        var code = existing.Count == Paths.Length ? ExitCode.Fine : ExitCode.CouldNotRun;
        var totals = new FlowTotals();
        // What people read comes as it is found.
        if (Format is "table")
        {
            var table = new FlowTable(terminal.Text);
            foreach (var path in existing)
                RunOne(path, table)();
            if (!cancellation.IsCancellationRequested)
                totals.Remark(terminal);
        }
        else
        {
            new Turns(terminal.Output).Run(existing.Count, Threads, (number, output) =>
                Format is "json" ? RunAsJson(existing[number], output) : RunOne(existing[number], null));
            if (Format is "none" && !cancellation.IsCancellationRequested)
                totals.Write(terminal.Output);
        }

        return code;

        // By itself: the writer's assembly is loaded where it is named.
        Action RunAsJson(string path, Stream output)
        {
            using var json = new FlowJson(output);
            return RunOne(path, json);
        }

        // Runs a capture; what it returns sums up and says what was wrong.
        Action RunOne(string path, IFlowSink? sink)
        {
            if (cancellation.IsCancellationRequested)
                return () => { };
            using var reader = CaptureReader.Open(path, ahead: Threads > 1 && existing.Count == 1);
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
