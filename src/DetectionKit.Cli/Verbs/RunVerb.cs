using System.Collections.Immutable;
using System.CommandLine;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Output;
using DetectionKit.Cli.Terminals;
using DetectionKit.Engine.Hosting;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Rules;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk run (--detections PATH... | --bundle FILE) --input FILE...</c></summary>
internal sealed class RunVerb : Verb
{
    private readonly Option<string[]> _detections = new("--detections", "-d") { Description = "Rules, or folders of rules.", AllowMultipleArgumentsPerToken = true, HelpName = "PATH" };
    private readonly Option<string?> _bundle = new("--bundle", "-b") { Description = "A bundle, in place of rules.", HelpName = "FILE" };
    private readonly Option<string[]> _inputs = new("--input", "-i") { Description = "Captures and logs; read as one stream.", AllowMultipleArgumentsPerToken = true, Required = true, HelpName = "FILE" };
    private readonly Option<string> _format = CommonOptions.Format("table", "json");
    private readonly Option<string?> _content = CommonOptions.Content();
    private readonly Option<string?> _sourceType = CommonOptions.SourceType();
    private readonly TrustOptions _trust = new();
    private readonly PacketOptions _packets = new();

    public RunVerb()
        : base(
            "run",
            "Run rules, or a bundle, over captures and logs and print what they find. Rows are no failure: the exit code is 0 whether or not there are any.",
            "dk run --detections detections --input capture.pcap",
            "dk run --detections protocol_or_port_mismatch.yml --content ~/security_content --input *.pcap --format json",
            "dk run --bundle detections.nupkg --trust release.pub --input capture.pcap")
    {
        Add(_detections);
        Add(_bundle);
        Add(_inputs);
        Add(_format);
        Add(_content);
        Add(_sourceType);
        _trust.AddTo(this);
        _packets.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var detections = parsed.GetValue(_detections) ?? [];
        var bundle = parsed.GetValue(_bundle);
        if (detections.Length == 0 == bundle is null)
        {
            terminal.Fail("name either rules (--detections PATH...) or a bundle (--bundle FILE)");
            return ExitCode.CouldNotRun;
        }

        using var hosts = new DetectorHosts();
        var code = ExitCode.Fine;
        var loaded = bundle is null
            ? FromRules(detections, parsed, hosts, terminal, ref code)
            : FromBundle(bundle, parsed, terminal, ref code);
        if (loaded is null)
            return code;
        var ordered = loaded.Detectors.OrderBy(detector => detector.Info.Name, StringComparer.Ordinal).ThenBy(detector => detector.Info.Id, StringComparer.Ordinal);
        var run = new DetectionRun(ordered, new RunOptions { Lookups = loaded.Lookups });
        var read = InputFiles.Read(
            parsed.GetRequiredValue(_inputs), parsed.GetValue(_sourceType), _packets.Read(parsed), (inputs, file) => Feed(run, inputs, file, cancellation), terminal, cancellation);
        code = ExitCode.Worst(code, read);
        if (cancellation.IsCancellationRequested)
            return ExitCode.Interrupted;
        var result = run.Finish();
        foreach (var notice in result.Notices)
        {
            terminal.Fail($"{notice.Detection.Name}: {notice.Message}");
            code = ExitCode.CouldNotRun;
        }

        if (parsed.GetRequiredValue(_format) is "json")
            AlertJson.Write(result.Rows, terminal.Output);
        else
            AlertTables.Write(result.Rows, terminal.Text, terminal.OutputColor);
        terminal.Remark($"{result.Rows.Length} alerts from {result.Events} events");
        loaded.Host?.Dispose();
        return code;
    }

    private static InputOutcome Feed(DetectionRun run, FileInputs inputs, InputFile file, CancellationToken cancellation)
    {
        var outcome = inputs.Read(file, run.OpenInput(), cancellation);
        if (outcome.Last is { } last)
            run.Observe(last);
        return outcome;
    }

    // Rules with errors are shown and left out; the others run.
    private Loaded? FromRules(string[] paths, ParseResult parsed, DetectorHosts hosts, Terminal terminal, ref int code)
    {
        if (Rules.Check(paths, parsed.GetValue(_content), strict: false, terminal) is not { } check)
        {
            code = ExitCode.CouldNotRun;
            return null;
        }

        if (!check.Ok)
        {
            Rules.ShowErrors(check, terminal);
            code = ExitCode.CouldNotRun;
        }

        var detectors = check.Runnable.Select(file => hosts.Find(file.Image!, file.ClassName!)).ToImmutableArray();
        return detectors.IsEmpty ? null : new Loaded(detectors, new LookupStore(check.Lookups.Value.Values), null);
    }

    private Loaded? FromBundle(string file, ParseResult parsed, Terminal terminal, ref int code)
    {
        code = ExitCode.CouldNotRun;
        if (_trust.Read(file, parsed, terminal, out _) is not { } bundle)
            return null;
        var result = DetectorHost.Load(bundle.Image, bundle.Symbols);
        foreach (var problem in result.Problems)
            terminal.Fail($"{file}: {problem}");
        if (result.Host is not { } host)
            return null;
        _trust.Accept(bundle, parsed, terminal);
        code = ExitCode.Fine;
        return new Loaded(host.Detectors, new LookupStore(bundle.Lookups), host);
    }

    private sealed record Loaded(ImmutableArray<IDetector> Detectors, LookupStore Lookups, DetectorHost? Host);
}
