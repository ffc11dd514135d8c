using System.Security.Cryptography;
using System.Text.Json;
using DetectionKit.Cli.Terminals;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Cli.Sensors;

/// <summary>Checks a sensor's configuration: the program that reads it judges it, and its findings become diagnostics like those of rules.</summary>
internal static class ConfigurationCheck
{
    /// <summary>Checks one.</summary>
    /// <param name="file">The file as given.</param>
    /// <param name="terminal">Where it is said why it cannot be checked.</param>
    /// <returns>What was found; null: the file cannot be read, or there is no <c>dk-sensor</c>.</returns>
    public static CheckedFile? Of(string file, Terminal terminal)
    {
        var bytes = File.ReadAllBytes(file);
        if (SensorProgram.Ask(["--config", file, "--check", "--json"], terminal) is not { Length: > 0 } answer)
            return null;
        var source = new SourceText(file.Replace('\\', '/'), System.Text.Encoding.UTF8.GetString(bytes));
        using var json = JsonDocument.Parse(answer);
        return CheckedFile.Foreign(source.Path, Convert.ToHexStringLower(SHA256.HashData(bytes)), [.. json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(found => Read(found, source))]);
    }

    private static Diagnostic Read(JsonElement found, SourceText source)
    {
        var (begin, end) = (OffsetOf(source, found, "line", "column"), OffsetOf(source, found, "endLine", "endColumn"));
        return new(DiagnosticTable.SensorConfiguration, found.GetProperty("message").GetString()!, new(source, new(begin, end - begin)), []);
    }

    private static int OffsetOf(SourceText source, JsonElement found, string line, string column)
    {
        var offset = 0;
        for (var left = Math.Min(found.GetProperty(line).GetInt32(), source.LineCount) - 1; left > 0; left--)
            offset = source.Text.IndexOf('\n', offset) + 1;
        return Math.Min(source.Text.Length, offset + found.GetProperty(column).GetInt32() - 1);
    }
}
