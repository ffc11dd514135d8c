using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DetectionKit.Cli.Inputs;

/// <summary>Asks git.</summary>
internal static class Git
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What git writes; null: it says no, or is not there.</summary>
    /// <param name="folder">Where it is asked.</param>
    /// <param name="failure">Why not.</param>
    /// <param name="arguments">What it is asked.</param>
    public static string? Ask(string folder, out string failure, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var said = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            failure = git.WaitForExit(Patience) ? said.Result.Trim() : "git does not answer";
            return git.HasExited && git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            failure = "git is not installed";
            return null;
        }
    }
}
