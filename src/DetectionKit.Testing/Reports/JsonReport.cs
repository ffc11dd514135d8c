using System.Text.Json;
using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Reports;

/// <summary>
/// One line of JSON for each case: <c>{"file","line","detection","case","outcome","message","differences"}</c>; <c>line</c>, <c>message</c> and
/// <c>differences</c> only where there are any.
/// </summary>
public static class JsonReport
{
    /// <summary>Writes it.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="output">Where to.</param>
    public static void Write(TestReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, RowJson.Options);
        foreach (var one in report.Cases)
        {
            Write(json, one);
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter json, TestCase one)
    {
        json.WriteStartObject();
        json.WriteString("file", one.File);
        if (one.Line > 0)
            json.WriteNumber("line", one.Line);
        json.WriteString("detection", one.Subject);
        json.WriteString("case", one.Name);
        json.WriteString("outcome", Words.Of(one.Outcome));
        if (one.Message is not null)
            json.WriteString("message", one.Message);
        if (!one.Differences.IsEmpty)
        {
            json.WriteStartArray("differences");
            foreach (var difference in one.Differences)
                Write(json, difference);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RowDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("dataset", difference.Dataset);
        json.WriteString("kind", Words.Of(difference.Kind));
        WriteSide(json, "expected", difference, cell => cell.Expected);
        WriteSide(json, "found", difference, cell => cell.Found);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, RowDifference difference, Func<CellDifference, string?> side)
    {
        if (difference.Cells.All(cell => side(cell) is null))
            return;
        json.WriteStartObject(name);
        foreach (var cell in difference.Cells)
        {
            if (side(cell) is { } text)
                json.WriteString(cell.Column, text);
        }

        json.WriteEndObject();
    }
}
