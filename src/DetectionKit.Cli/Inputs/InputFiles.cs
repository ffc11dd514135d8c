using DetectionKit.Abstractions.Values;
using DetectionKit.Cli.Terminals;
using DetectionKit.Testing.Replay;
using DetectionKit.Traffic;

namespace DetectionKit.Cli.Inputs;

/// <summary>The inputs that a command line names: judged before any is read.</summary>
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

    /// <summary>Reads the inputs that are files, one after the other, and says what is wrong with them and with the others.</summary>
    /// <param name="paths">The paths as given.</param>
    /// <param name="sourceType">The source type of logs, or null.</param>
    /// <param name="packets">How captures are read.</param>
    /// <param name="read">Reads one; gives what came of it.</param>
    /// <param name="terminal">Where reasons are said.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The exit code.</returns>
    public static int Read(
        string[] paths, string? sourceType, TrafficOptions packets, Func<FileInputs, InputFile, InputOutcome> read, Terminal terminal, CancellationToken cancellation)
    {
        var existing = Existing(paths, terminal);
        var code = existing.Count == paths.Length ? ExitCode.Fine : ExitCode.CouldNotRun;
        var inputs = new FileInputs { Packets = packets, Now = Now };
        foreach (var path in existing)
        {
            var outcome = read(inputs, new(path, path, sourceType));
            if (cancellation.IsCancellationRequested)
                return ExitCode.Interrupted;
            if (outcome.Remark is { } remark)
                terminal.Fail($"{path}: {remark}");
            if (outcome.Problem is not { } problem)
                continue;
            terminal.Fail($"{path}: {problem}");
            code = ExitCode.CouldNotRun;
        }

        return code;
    }
}
