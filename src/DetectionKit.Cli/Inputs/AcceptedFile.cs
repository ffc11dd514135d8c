using DetectionKit.Bundles;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Inputs;

/// <summary>The file that keeps the serials of accepted bundles.</summary>
internal static class AcceptedFile
{
    /// <summary>What the file holds; nothing accepted yet where there is none; null, and said, where it cannot be understood.</summary>
    /// <param name="path">The file.</param>
    /// <param name="terminal">Where problems are said.</param>
    public static AcceptedSerials? Read(string path, Terminal terminal)
    {
        if (Directory.Exists(path))
        {
            terminal.Fail($"{path}: is a folder");
            return null;
        }

        if (!File.Exists(path))
            return AcceptedSerials.None;
        var serials = AcceptedSerials.Read(File.ReadAllBytes(path));
        if (serials is null)
            terminal.Fail($"{path}: this is no file of accepted serials");
        return serials;
    }
}
