using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.W3c;

/// <summary>
/// Logs in the W3C's extended format (Working Draft WD-logfile-960323), as IIS, CloudFront and Blue Coat write them: <c>#Fields</c> names the columns, which
/// blanks or tabs part. Columns may change within a log.
/// </summary>
public sealed class W3cSource : LogSource
{
    private const int LinesLookedAt = 8;
    private static readonly W3cRecord[] Records = [.. W3cProduct.All.Select(product => new W3cRecord(product))];

    /// <inheritdoc/>
    public override string Name => "w3c";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [.. Records];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) =>
        head.Lines.Take(LinesLookedAt).Any(line => line.StartsWith("#Fields:", StringComparison.OrdinalIgnoreCase)) && head.FirstLine.StartsWith('#')
        && !head.FirstLine.StartsWith("#separator", StringComparison.Ordinal) ? Likeness.Signature : Likeness.None;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var record = new LogRecord(input.Limits.Fields);
        string? software = null;
        string[] columns = [];
        var kind = Records[^1];
        while (lines.ReadWhole(records, out var bytes))
        {
            var line = Encoding.UTF8.GetString(bytes).TrimEnd();
            if (line.StartsWith('#'))
            {
                records.Counts.AddSkipped();
                if (Directive(line, "#Software:") is { } said)
                    software = said;
                if (Directive(line, "#Fields:") is not { } names)
                    continue;
                columns = [.. names.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(FieldName)];
                var product = W3cProduct.Of(software, columns);
                kind = Records.First(one => one.Product == product);
                continue;
            }

            var cells = Cells(line);
            if (cells.Count != columns.Length || columns.Length == 0)
            {
                records.Counts.AddBad("line " + lines.Line.ToString(CultureInfo.InvariantCulture), columns.Length == 0 ? "no `#Fields:` stands above it" : $"{cells.Count} columns where there are {columns.Length}");
                continue;
            }

            record.Clear();
            for (var i = 0; i < columns.Length; i++)
            {
                if (cells[i] is not ("-" or ""))
                    record.Set(columns[i], Value.Of(cells[i]));
            }

            if (records.WantsText)
                record.Text = () => line;
            records.Take(record, kind);
        }
    }

    private static string? Directive(string line, string name) => line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? line[name.Length..].Trim() : null;

    // cs(User-Agent) is cs_user_agent, as the add-ons say; x-edge-location is x_edge_location.
    private static string FieldName(string column)
    {
        var name = new StringBuilder(column.Length);
        foreach (var unit in column)
        {
            if (char.IsAsciiLetterOrDigit(unit))
                name.Append(char.ToLowerInvariant(unit));
            else if (name.Length > 0 && name[^1] != '_')
                name.Append('_');
        }

        return name.ToString().TrimEnd('_');
    }

    // Texts with blanks in them stand in quotes, and a quote in them is written twice.
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var separators = line.Contains('\t', StringComparison.Ordinal) ? "\t" : " ";
        for (var at = 0; at <= line.Length;)
        {
            if (at < line.Length && line[at] == '"')
            {
                var text = new StringBuilder();
                for (at++; at < line.Length; at++)
                {
                    if (line[at] != '"')
                        text.Append(line[at]);
                    else if (at + 1 < line.Length && line[at + 1] == '"')
                        text.Append(line[at++]);
                    else
                        break;
                }

                cells.Add(text.ToString());
                at = line.IndexOf(separators, Math.Min(at, line.Length), StringComparison.Ordinal) is >= 0 and var behind ? behind + 1 : line.Length + 1;
                continue;
            }

            var end = line.IndexOf(separators, at, StringComparison.Ordinal);
            if (end < 0)
                end = line.Length;
            cells.Add(line[at..end]);
            at = end + 1;
        }

        return cells;
    }
}
