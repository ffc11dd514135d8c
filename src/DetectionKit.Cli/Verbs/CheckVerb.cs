using System.Collections.Immutable;
using System.CommandLine;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Sensors;
using DetectionKit.Cli.Terminals;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Writing;
using DetectionKit.Workspace.Checking;
using DetectionKit.Workspace.Rendering;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk check [PATH...]</c></summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<string[]> _paths = new("path") { Description = "Rules, or folders of rules (default: detections/).", Arity = ArgumentArity.ZeroOrMore, HelpName = "PATH" };
    private readonly Option<string> _format = CommonOptions.Format("text", "json", "sarif", "github");
    private readonly Option<string?> _content = CommonOptions.Content();
    private readonly Option<string?> _emit = new Option<string?>("--emit") { Description = "Print what the rules become: the C#, or the bound plan.", HelpName = "csharp|plan" }.AcceptOnlyFromAmong("csharp", "plan");
    private readonly Option<bool> _fix = new("--fix") { Description = "First rewrite files of the 2024 schema to the 5.x form, keeping comments and layout." };
    private readonly Option<string?> _against = new("--against") { Description = "A rule that differs from that git commit must have a higher version.", HelpName = "REV" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Warnings are errors." };

    public CheckVerb()
        : base(
            "check",
            "Parse, bind and compile rules. All errors of all files are reported, each at its place in the file.",
            "dk check",
            "dk check detections/network/dns_on_non_standard_port.yml --emit csharp",
            "dk check --format sarif > check.sarif",
            "dk check --fix detections/network",
            "dk check --against origin/main",
            "dk check sensor.json",
            "dk check ~/security_content/detections/network --content ~/security_content")
    {
        Add(_paths);
        Add(_format);
        Add(_content);
        Add(_emit);
        Add(_fix);
        Add(_against);
        Add(_strict);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var paths = parsed.GetValue(_paths) ?? [];
        var code = ExitCode.Fine;
        var configurations = ImmutableArray.CreateBuilder<CheckedFile>();
        foreach (var file in paths.Where(IsConfiguration))
        {
            if (ConfigurationCheck.Of(file, terminal) is { } configuration)
                configurations.Add(configuration);
            else
                code = ExitCode.CouldNotRun;
        }

        string[] rules = [.. paths.Where(path => !IsConfiguration(path))];
        var result = paths.Length > 0 && rules.Length == 0
            ? new CheckResult([], new(ImmutableDictionary<string, LookupTable>.Empty), 0)
            : Rules.Check(rules, parsed.GetValue(_content), parsed.GetValue(_strict), parsed.GetValue(_fix), parsed.GetValue(_against), terminal);
        if (result is null)
            return ExitCode.CouldNotRun;
        cancellation.ThrowIfCancellationRequested();
        result = result with { Files = [.. result.Files, .. configurations] };
        if (parsed.GetValue(_emit) is { } emit)
            Emit(result, emit, terminal);
        else
            Report(result, parsed.GetRequiredValue(_format), terminal);
        return ExitCode.Worst(code, result.Ok ? ExitCode.Fine : ExitCode.Findings);
    }

    // Snapshots lie beside rules, where a shell's * finds them too.
    private static bool IsConfiguration(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) && Path.GetFileName(path).Split('.') is not [.., "verified" or "received", _] && File.Exists(path);

    private static void Report(CheckResult result, string format, Terminal terminal)
    {
        switch (format)
        {
            case "json":
                new JsonLinesRenderer().Render(result, terminal.Text);
                break;
            case "sarif":
                new SarifRenderer().Render(result, terminal.Text);
                break;
            case "github":
                new GitHubRenderer().Render(result, terminal.Text);
                break;
            default:
                new TextRenderer(terminal.ErrorColor).Render(result, terminal.Error);
                terminal.Remark($"{result.Files.Length} files, {Count(result, Severity.Error)} errors, {Count(result, Severity.Warning)} warnings");
                break;
        }
    }

    private static void Emit(CheckResult result, string what, Terminal terminal)
    {
        Rules.ShowErrors(result, terminal);
        foreach (var plan in result.Runnable.Select(file => file.Plan!))
        {
            if (what is "plan")
                terminal.Text.WriteLine(PlanWriter.ToText(plan));
            else
                terminal.Text.WriteLine(DetectorCompiler.Write([plan])[0].Readable);
        }
    }

    private static int Count(CheckResult result, Severity severity) => result.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);
}
