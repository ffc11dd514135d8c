using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>A command line in two: the program, in quotes or up to a blank, and the rest.</summary>
internal static class CommandLines
{
    public static Value Process(Value commandLine) => Value.Of(Split(commandLine.ToText()).Process);

    public static Value Arguments(Value commandLine) => Value.Of(Split(commandLine.ToText()).Arguments);

    private static (string Process, string? Arguments) Split(string line)
    {
        var quoted = line.StartsWith('"');
        var end = quoted ? line.IndexOf('"', 1) : line.IndexOf(' ', StringComparison.Ordinal);
        if (end < 0)
            return (line, null);
        var process = quoted ? line[1..end] : line[..end];
        var rest = line[(end + 1)..].Trim();
        return (process, rest.Length == 0 ? null : rest);
    }
}
