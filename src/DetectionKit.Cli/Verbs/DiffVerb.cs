using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Bundles.Comparison;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk diff OLD NEW</c></summary>
internal sealed class DiffVerb : Verb
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Argument<string> _old = new("old") { Description = "The bundle that was.", HelpName = "OLD" };
    private readonly Argument<string> _new = new("new") { Description = "The bundle that is to be.", HelpName = "NEW" };
    private readonly TrustOptions _trust = new();
    private readonly Option<string> _format = CommonOptions.Format("text", "json");

    public DiffVerb()
        : base(
            "diff",
            "Say what differs between two bundles: detections added, removed and changed, by what they do rather than by their text. Exit 1 where a detection finds something else under its old version.",
            "dk diff deployed.nupkg next.nupkg --trust release.pub",
            "dk diff deployed.nupkg next.nupkg --allow-unsigned --format json")
    {
        Add(_old);
        Add(_new);
        _trust.AddTo(this);
        Add(_format);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (_trust.Read(parsed.GetRequiredValue(_old), parsed, terminal, out var code) is not { } old
            || _trust.Read(parsed.GetRequiredValue(_new), parsed, terminal, out code) is not { } @new)
            return code;
        var difference = BundleComparer.Compare(old, @new);
        if (parsed.GetRequiredValue(_format) is "json")
            WriteJson(difference, terminal.Text);
        else
            WriteText(difference, terminal.Text);
        return difference.Detections.Any(detection => detection.KeptVersion) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void WriteText(BundleDifference difference, TextWriter output)
    {
        if (difference.IsEmpty)
            output.WriteLine("nothing differs");
        foreach (var detection in difference.Detections)
        {
            output.WriteLine($"{Word(detection.Kind)} {detection.Name} ({Versions(detection)}){(detection.KeptVersion ? ": its version was not raised" : "")}");
            foreach (var change in detection.Changes)
                output.WriteLine($"  {change}");
            if (detection.Kind == DifferenceKind.Changed && detection.Changes.IsEmpty)
                output.WriteLine("  its text alone: it finds what it found");
        }

        foreach (var lookup in difference.Lookups)
            output.WriteLine(lookup);
    }

    private static void WriteJson(BundleDifference difference, TextWriter output)
    {
        foreach (var detection in difference.Detections)
        {
            output.WriteLine(JsonSerializer.Serialize(new
            {
                kind = Word(detection.Kind),
                id = detection.Id,
                name = detection.Name,
                old_version = detection.OldVersion,
                new_version = detection.NewVersion,
                kept_version = detection.KeptVersion,
                changes = detection.Changes,
            }, Plain));
        }

        foreach (var lookup in difference.Lookups)
            output.WriteLine(JsonSerializer.Serialize(new { kind = "lookup", change = lookup }, Plain));
    }

    private static string Word(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "added",
        DifferenceKind.Removed => "removed",
        DifferenceKind.Changed => "changed",
    };

    private static string Versions(DetectionDifference detection) => detection.Kind switch
    {
        DifferenceKind.Added => FormattableString.Invariant($"version {detection.NewVersion}"),
        DifferenceKind.Removed => FormattableString.Invariant($"version {detection.OldVersion}"),
        DifferenceKind.Changed when detection.OldVersion == detection.NewVersion => FormattableString.Invariant($"version {detection.NewVersion}"),
        DifferenceKind.Changed => FormattableString.Invariant($"version {detection.OldVersion} to {detection.NewVersion}"),
    };
}
