using System.Text.Json;
using DetectionKit.Engine.Running;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Cli.Output;

/// <summary>Alerts as JSON, one a line: <c>{"detection","id","alert_id","time","row"}</c>.</summary>
internal static class AlertJson
{
    /// <summary>Writes them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<ResultRow> rows, Stream output)
    {
        using var json = new Utf8JsonWriter(output, RowJson.Options);
        foreach (var row in rows)
        {
            ResultWriter.Write(json, row);
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }
}
