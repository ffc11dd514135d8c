using DetectionKit.Bundles;
using DetectionKit.Cli.Inputs;

namespace DetectionKit.Cli.Packing;

/// <summary>Asks git where the rules came from.</summary>
internal static class GitProvenance
{
    /// <summary>The commit of the repository around a folder, and whether it has changes; null: no repository, or no git.</summary>
    /// <param name="folder">The folder.</param>
    public static BundleProvenance? Around(string folder) =>
        Git.Ask(folder, out _, "rev-parse", "--verify", "HEAD") is { } commit && Git.Ask(folder, out _, "status", "--porcelain") is { } changes
            ? new BundleProvenance(commit.Trim(), changes.Trim().Length > 0)
            : null;
}
