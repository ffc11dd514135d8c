using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.PaloAlto;

/// <summary>
/// Palo Alto Networks firewalls' syslog: comma-separated in the order of PAN-OS (administrator's guide, "Syslog Field Descriptions", 9.0 to 11.x: later
/// versions only append), with or without a syslog header. The form with names (<c>type=TRAFFIC src=...</c>) is read as key=value.
/// </summary>
public sealed class PaloAltoSource : LogSource
{
    private const int TypeColumn = 3;

    /// <inheritdoc/>
    public override string Name => "paloalto";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [.. PaloAltoKind.All];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) =>
        head.Lines.Take(5).Any(line => line.Split(',', TypeColumn + 2) is { Length: > TypeColumn + 1 } cells && PaloAltoKind.Find(cells[TypeColumn]) is not null)
            ? Likeness.Signature
            : Likeness.None;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var cells = new CsvLine();
        var record = new LogRecord(input.Limits.Fields);
        while (lines.Read(out var line))
        {
            if (line.Trim((byte)' ').IsEmpty)
                continue;
            cells.Split(line);
            var kind = cells.Count > TypeColumn ? PaloAltoKind.Find(cells.TextOf(line, TypeColumn)) : null;
            if (kind is null || lines.IsCut)
            {
                records.Counts.AddBad("line " + lines.Line.ToString(CultureInfo.InvariantCulture), kind is null ? "no record of a known type" : "longer than a line may be");
                continue;
            }

            record.Clear();
            kind.Fill(record, cells, line);
            record.Host = Syslog.Read(line).Host;
            if (records.WantsText)
                record.Text = RawText.Of(line);
            records.Take(record, kind);
        }
    }
}
