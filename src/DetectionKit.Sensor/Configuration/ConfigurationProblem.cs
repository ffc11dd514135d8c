using System.Globalization;

namespace DetectionKit.Sensor.Configuration;

/// <summary>Something wrong with the configuration.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1, in bytes.</param>
/// <param name="Path">Where it stands: <c>sinks[1].url</c>; empty for the whole.</param>
/// <param name="Message">What is wrong, for people.</param>
internal sealed record ConfigurationProblem(int Line, int Column, string Path, string Message)
{
    /// <summary>As a compiler would say it.</summary>
    /// <param name="file">The file's name as given.</param>
    public string Render(string file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}:{Column}: {(Path.Length == 0 ? "" : Path + ": ")}{Message}");

    /// <summary>The problem at an offset of a text.</summary>
    public static ConfigurationProblem At(ReadOnlySpan<byte> text, int offset, string path, string message)
    {
        var before = text[..Math.Min(offset, text.Length)];
        return new(before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'), path, message);
    }
}
