using DetectionKit.Abstractions.Values;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Inputs;

/// <summary>Judges the inputs that a command line names, before any is read.</summary>
internal static class InputFiles
{
    /// <summary>When this run is.</summary>
    public static Timestamp Now => Timestamp.FromSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>The inputs that are files; for each other one the reason is said.</summary>
    /// <param name="paths">The paths as given; <c>-</c> is standard input.</param>
    /// <param name="terminal">Where reasons are said.</param>
    public static List<string> Existing(IReadOnlyCollection<string> paths, Terminal terminal)
    {
        var files = new List<string>(paths.Count);
        foreach (var path in paths)
        {
            if (!OperatingSystem.IsWindows() && Descriptor.IsFile(path))
                files.Add(path);
            else if (Directory.Exists(path))
                terminal.Fail($"{path}: is a folder; name the files in it");
            else if (string.Equals(path, "-", StringComparison.Ordinal) || File.Exists(path))
                files.Add(path);
            else
                terminal.Fail($"{path}: no such {(path.StartsWith('-') ? "option or " : "")}file");
        }

        return files;
    }
}
