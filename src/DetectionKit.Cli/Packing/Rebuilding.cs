using DetectionKit.Bundles;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Packing;

/// <summary>Makes a bundle again from its sources, and compares: whoever can do that need not believe who packed it.</summary>
internal static class Rebuilding
{
    /// <summary>Compares a bundle with what its sources give here.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="file">Where it lies.</param>
    /// <param name="sources">The folder of rules, or the rule, that it is said to be made of.</param>
    /// <param name="content">Where macros and lookups are, or null.</param>
    /// <param name="terminal">Where differences are said.</param>
    /// <returns>The process's code: fine where every byte is the same.</returns>
    public static int Compare(Bundle bundle, string file, string sources, string? content, Terminal terminal)
    {
        var manifest = bundle.Manifest;
        if (Other("SDK", manifest.Sdk, BundleContents.Sdk) is { } sdk || (sdk = Other("runtime", manifest.Runtime, BundleContents.Runtime)) is not null)
        {
            terminal.Fail($"{file}: cannot be made again here: {sdk}");
            return ExitCode.CouldNotRun;
        }

        if (Rules.CheckFromRoot([sources], content, terminal) is not { } check)
            return ExitCode.CouldNotRun;
        if (!check.Ok)
        {
            Rules.ShowErrors(check, terminal);
            return ExitCode.Findings;
        }

        using var package = new MemoryStream();
        var again = BundleWriter.Write(BundleContents.Of(check, manifest.Id, manifest.Version, manifest.Serial, provenance: null), package, key: null);
        var differences = 0;
        foreach (var path in manifest.Files.Keys.Union(again.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, @is) = (manifest.Files.GetValueOrDefault(path), again.Files.GetValueOrDefault(path));
            if (string.Equals(was, @is, StringComparison.Ordinal))
                continue;
            differences++;
            terminal.Fail($"{file}: {path} {(was is null ? "is missing" : @is is null ? "does not come of these sources" : "is not what these sources give")}");
        }

        if (!manifest.Detections.Select(Line).SequenceEqual(again.Detections.Select(Line), StringComparer.Ordinal))
        {
            differences++;
            terminal.Fail($"{file}: its manifest lists other detections than these sources give");
        }

        if (differences == 0)
            terminal.Remark($"made again from {sources}: all {again.Files.Count} files are the same to the byte");
        return differences == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static string? Other(string what, string bundles, string own) =>
        string.Equals(bundles, own, StringComparison.Ordinal) ? null : $"it was made with {what} {bundles}, and this is {own}";

    private static string Line(BundleDetection detection) =>
        $"{detection.Id}\n{detection.Name}\n{detection.Version}\n{string.Join(',', detection.AttackIds)}\n{string.Join(',', detection.Models)}\n{string.Join(',', detection.Fields)}\n{detection.SourceHash}";
}
