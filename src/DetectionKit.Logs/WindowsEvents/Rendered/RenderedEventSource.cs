using System.Collections.Immutable;
using System.Text;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Rendered;

/// <summary>The Windows event log as Splunk renders it as text: each event begins with a line that is its time.</summary>
public sealed class RenderedEventSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "windows-text";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds => [WindowsEventKind.Instance];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) =>
        RenderedEvent.IsTime(head.FirstLine) && head.Lines.Any(line => line.StartsWith("LogName=", StringComparison.Ordinal)) ? Likeness.Signature : Likeness.None;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var record = new LogRecord(input.Limits.Fields);
        var text = new StringBuilder();
        var first = 0;
        while (lines.Read(out var line))
        {
            var content = Encoding.UTF8.GetString(line);
            if (RenderedEvent.IsTime(content))
            {
                Give(text, first, record, records);
                first = lines.Line;
            }

            if (text.Length + content.Length > input.Limits.LineBytes)
                records.Counts.AddCut();
            else
                text.Append(content).Append('\n');
        }

        Give(text, first, record, records);
    }

    private static void Give(StringBuilder text, int line, LogRecord record, RecordSink records)
    {
        if (text.Length == 0)
            return;
        record.Clear();
        if (RenderedEvent.Read(text.ToString().TrimEnd('\n'), record))
            records.Take(record, WindowsEventKind.Instance, WindowsEventKind.TextSourceType);
        else
            records.Counts.AddBad($"line {line}", "no event of the Windows event log");
        text.Clear();
    }
}
