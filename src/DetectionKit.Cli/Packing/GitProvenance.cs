using System.ComponentModel;
using System.Diagnostics;
using DetectionKit.Bundles;

namespace DetectionKit.Cli.Packing;

/// <summary>Asks git where the rules came from.</summary>
internal static class GitProvenance
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The commit of the repository around a folder, and whether it has changes; null: no repository, or no git.</summary>
    /// <param name="folder">The folder.</param>
    public static BundleProvenance? Around(string folder) =>
        Git(folder, "rev-parse", "--verify", "HEAD") is { } commit && Git(folder, "status", "--porcelain") is { } changes
            ? new BundleProvenance(commit.Trim(), changes.Trim().Length > 0)
            : null;

    private static string? Git(string folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
            if (git is null)
                return null;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            return git.WaitForExit(Patience) && git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
