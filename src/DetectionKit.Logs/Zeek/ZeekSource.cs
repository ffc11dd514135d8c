using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zeek;

/// <summary>Zeek's logs as tab-separated text: each begins with a header that names its columns (Zeek manual, "Zeek Log Formats"). Its JSON form is read as JSON.</summary>
public sealed class ZeekSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "zeek";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [.. ZeekLogs.All];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) =>
        head.FirstLine.StartsWith("#separator", StringComparison.Ordinal) ? Likeness.Signature
        : head.Lines.Take(10).Any(line => line.StartsWith("#fields\t", StringComparison.Ordinal)) ? Likeness.Shape
        : Likeness.None;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var header = new ZeekHeader();
        var record = new LogRecord(input.Limits.Fields);
        while (lines.Read(out var line))
        {
            if (line.IsEmpty || line[0] == '#')
            {
                header.Take(line);
                records.Counts.AddSkipped();
                continue;
            }

            record.Clear();
            if ((lines.IsCut ? "longer than a line may be" : header.Read(line, record)) is { } problem)
            {
                records.Counts.AddBad("line " + lines.Line.ToString(CultureInfo.InvariantCulture), problem);
                continue;
            }

            if (records.WantsText)
                record.Text = RawText.Of(line);
            records.Take(record, header.KindOf(record), header.SourceType);
        }
    }
}
