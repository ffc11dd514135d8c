using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.VpcFlow;

/// <summary>
/// AWS VPC flow logs (Amazon VPC user guide, "Flow log records", versions 2 to 5): columns by the header line, or in the default order of version 2.
/// CloudWatch may put an ISO time before each record.
/// </summary>
public sealed class VpcFlowSource : LogSource
{
    private const string DefaultColumns = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";

    /// <inheritdoc/>
    public override string Name => "vpcflow";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [new VpcFlowRecord()];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head)
    {
        if (IsHeader(head.FirstLine))
            return Likeness.Signature;
        var cells = Cells(head.FirstLine);
        return cells.Length == 14 && cells is ["2", _, ['e', 'n', 'i', '-', ..], .., "OK" or "NODATA" or "SKIPDATA"] ? Likeness.Signature : Likeness.None;
    }

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var record = new LogRecord(input.Limits.Fields);
        var columns = VpcFlowRecord.Names(DefaultColumns.Split(' '));
        while (lines.Read(out var line))
        {
            var text = Encoding.UTF8.GetString(line);
            var cells = Cells(text);
            if (cells.Length == 0 || IsHeader(text))
            {
                columns = cells.Length == 0 ? columns : VpcFlowRecord.Names(cells);
                records.Counts.AddSkipped();
                continue;
            }

            if (cells.Length != columns.Length || lines.IsCut)
            {
                records.Counts.AddBad("line " + lines.Line.ToString(CultureInfo.InvariantCulture), lines.IsCut ? "longer than a line may be" : $"{cells.Length} columns where there are {columns.Length}");
                continue;
            }

            record.Clear();
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i] is not "-")
                    record.Set(columns[i], Value.Of(cells[i]));
            }

            if (records.WantsText)
                record.Text = () => text;
            records.Take(record, Kinds[0]);
        }
    }

    private static bool IsHeader(string line) => line.Contains("srcaddr", StringComparison.Ordinal) && line.Contains("dstaddr", StringComparison.Ordinal);

    private static string[] Cells(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return cells is [[_, _, _, _, '-', _, _, '-', _, _, 'T', ..], .. var rest] ? rest : cells;
    }
}
