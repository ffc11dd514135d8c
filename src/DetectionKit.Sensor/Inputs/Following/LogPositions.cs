using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DetectionKit.Engine.Live;

namespace DetectionKit.Sensor.Inputs.Following;

/// <summary>
/// How far each log was read, as the journal keeps it. A window's begin is kept until its rows are accepted: where the process ends before, the window's part of
/// the log is read again.
/// </summary>
/// <param name="Logs">The positions of logs.</param>
/// <param name="Closed">The begin of the newest window whose rows are all accepted; null: there is none.</param>
/// <param name="Cut">The begin of the window whose rows were accepted as they stood when the sensor was told to end; null: there is none.</param>
internal sealed record LogPositions(ImmutableArray<LogPosition> Logs, long? Closed, long? Cut)
{
    /// <summary>Nothing is known.</summary>
    public static LogPositions None { get; } = new([], null, null);

    /// <summary>The position of a log; null: it was not read before.</summary>
    public LogPosition? Of(string path) => Logs.FirstOrDefault(log => string.Equals(log.Path, path, StringComparison.Ordinal));

    /// <summary>The same, with the end of a window.</summary>
    public LogPositions Ended(long window, WindowEnd end) => end == WindowEnd.Cut ? this with { Cut = window } : this with { Closed = window };

    /// <summary>The same, with logs as they are by now; what windows need that are closed is left out.</summary>
    public LogPositions With(IEnumerable<LogPosition> logs) => this with
    {
        Logs = [.. logs.Select(log => log with { Windows = [.. log.Windows.Where(mark => Closed is not { } closed || mark.Window > closed)] })],
    };

    public byte[] Encode()
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("logs");
            foreach (var log in Logs)
                Write(json, log);
            json.WriteEndArray();
            Write(json, "closed", Closed);
            Write(json, "cut", Cut);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; what it throws on anything else is what <see cref="JsonElement"/> throws.</summary>
    public static LogPositions Decode(JsonElement json) => new(
        [.. json.GetProperty("logs").EnumerateArray().Select(ReadLog)],
        json.TryGetProperty("closed", out var closed) ? closed.GetInt64() : null,
        json.TryGetProperty("cut", out var cut) ? cut.GetInt64() : null);

    private static void Write(Utf8JsonWriter json, string name, long? window)
    {
        if (window is { } start)
            json.WriteNumber(name, start);
    }

    private static void Write(Utf8JsonWriter json, LogPosition log)
    {
        json.WriteStartObject();
        json.WriteString("path", log.Path);
        Write(json, log.Read);
        json.WriteStartArray("windows");
        foreach (var window in log.Windows)
        {
            json.WriteStartObject();
            json.WriteNumber("window", window.Window);
            Write(json, window.Mark);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FileMark mark)
    {
        json.WriteNumber("device", mark.File.Device);
        json.WriteNumber("inode", mark.File.Inode);
        json.WriteNumber("head_bytes", mark.File.HeadBytes);
        json.WriteString("head", mark.File.Head);
        json.WriteNumber("offset", mark.Offset);
    }

    private static LogPosition ReadLog(JsonElement json) => new(
        json.GetProperty("path").GetString() ?? "",
        ReadMark(json),
        [.. json.GetProperty("windows").EnumerateArray().Select(window => new WindowMark(window.GetProperty("window").GetInt64(), ReadMark(window)))]);

    private static FileMark ReadMark(JsonElement json) => new(
        new(
            json.GetProperty("device").GetUInt64(),
            json.GetProperty("inode").GetUInt64(),
            Math.Clamp(json.GetProperty("head_bytes").GetInt32(), 0, FileIdentity.LongestHead),
            json.GetProperty("head").GetString() ?? ""),
        json.GetProperty("offset").GetInt64() is >= 0 and var offset ? offset : throw new FormatException("a place before a file's begin"));
}
