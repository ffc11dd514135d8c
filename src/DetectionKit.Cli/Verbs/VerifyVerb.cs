using System.CommandLine;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Packing;
using DetectionKit.Cli.Terminals;
using DetectionKit.Engine.Hosting;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk verify FILE</c></summary>
internal sealed class VerifyVerb : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "The bundle.", HelpName = "FILE" };
    private readonly TrustOptions _trust = new();
    private readonly Option<string?> _rebuild = new("--rebuild") { Description = "Compile the rules of this folder again, and compare every file to the byte.", HelpName = "PATH" };
    private readonly Option<string?> _content = CommonOptions.Content();

    public VerifyVerb()
        : base(
            "verify",
            "Check a bundle: its files against its manifest, the manifest against its signature, and its assembly against what a detector may do.",
            "dk verify detections.nupkg --trust release.pub",
            "dk verify detections.nupkg --allow-unsigned",
            "dk verify detections.nupkg --trust release.pub --rebuild detections")
    {
        Add(_file);
        _trust.AddTo(this);
        Add(_rebuild);
        Add(_content);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        if (_trust.Read(file, parsed, terminal, out var code) is not { } bundle)
            return code;
        var loaded = DetectorHost.Load(bundle.Image, bundle.Symbols);
        foreach (var problem in loaded.Problems)
            terminal.Fail($"{file}: {problem}");
        loaded.Host?.Dispose();
        if (!loaded.Problems.IsEmpty)
            return ExitCode.Findings;
        var manifest = bundle.Manifest;
        terminal.Remark($"{manifest.Id} {manifest.Version}: {manifest.Detections.Length} detections, {manifest.Files.Count} files, {(bundle.SignedBy is { } key ? $"signed by {key}" : "not signed")}");
        foreach (var detection in manifest.Detections)
            terminal.Remark($"  {detection.Id}  {detection.Name} (version {detection.Version})  {string.Join(' ', detection.AttackIds)}");
        return parsed.GetValue(_rebuild) is { } sources ? Rebuilding.Compare(bundle, file, sources, parsed.GetValue(_content), terminal) : ExitCode.Fine;
    }
}
