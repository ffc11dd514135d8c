using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Json;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Csv;

/// <summary>
/// Separated values with a line of names (RFC 4180): commas, semicolons or tabs. What product wrote a row is told as for JSON; Splunk's export says its events'
/// <c>_time _raw host source sourcetype</c>. A quoted cell may go over several lines.
/// </summary>
public sealed class CsvSource : LogSource
{
    /// <summary>The source type of rows of no known kind, as Splunk calls it.</summary>
    public const string SourceType = "csv";

    /// <inheritdoc/>
    public override string Name => "csv";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds => [];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) => CsvHeader.Of(head.FirstLine) is { } header && (head.Lines.Count < 2 || header.IsLike(head.Lines[1])) ? Likeness.Format : Likeness.None;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var row = new CsvRows(lines, input.Limits.LineBytes);
        var record = new LogRecord(input.Limits.Fields);
        var cells = new CsvLine();
        CsvHeader? header = null;
        RecordKind? last = null;
        while (row.Read(out var line))
        {
            if (header is null)
            {
                header = CsvHeader.Of(Encoding.UTF8.GetString(line));
                row.Separator = header?.Separator ?? row.Separator;
                records.Counts.AddSkipped();
                continue;
            }

            var problem = row.IsCut ? "longer than a row may be" : cells.Split(line, header.Separator) ? null : "an open quote";
            if (problem is null && cells.Count > header.Names.Length)
                problem = $"{cells.Count} cells where there are {header.Names.Length} names";
            if (problem is not null)
            {
                records.Counts.AddBad("line " + row.Line.ToString(CultureInfo.InvariantCulture), problem);
                continue;
            }

            Fill(record, header, cells, line);
            if (records.WantsText)
                record.Text = RawText.Of(line);
            var kind = RecordKinds.Of(record, records.SourceType, last);
            last = kind ?? last;
            Metadata.Take(record, kind);
            records.Take(record, kind, kind is null ? SourceType : null);
        }
    }

    private static void Fill(LogRecord record, CsvHeader header, CsvLine cells, ReadOnlySpan<byte> line)
    {
        record.Clear();
        for (var i = 0; i < cells.Count; i++)
        {
            if (!cells.BytesOf(line, i).IsEmpty)
                record.Add(header.Names[i], Value.Of(cells.TextOf(line, i)));
        }
    }
}
