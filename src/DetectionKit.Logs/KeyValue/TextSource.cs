using System.Collections.Immutable;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.KeyValue;

/// <summary>Any text, an event a line, with the <c>name=value</c> pairs in it as fields: the reader of last resort. A known product's pairs make its kind of record.</summary>
public sealed class TextSource : LogSource
{
    /// <summary>The source type of lines of no known kind.</summary>
    public const string SourceType = "text";

    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds => [];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) => head.Encoding is null ? Likeness.None : Likeness.Text;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var pairs = new KeyValueRecord();
        var record = new LogRecord(input.Limits.Fields);
        RecordKind? last = null;
        while (lines.ReadWhole(records, out var line))
        {
            record.Clear();
            var header = Syslog.Read(line);
            record.Host = header.Host;
            pairs.Read(line[header.Length..], record);
            var kind = RecordKinds.Of(record, records.SourceType, last);
            last = kind ?? last;
            if (records.WantsText)
                record.Text = RawText.Of(line);
            record.Time = header.TimeBy(records.Written) ?? LeadingTime(line, records.Written);
            records.Take(record, kind, kind is null ? SourceType : null);
        }
    }

    // A time at the begin of the line, with or without brackets.
    private static Timestamp? LeadingTime(ReadOnlySpan<byte> line, Timestamp? written)
    {
        const int longest = 40;
        var head = Encoding.UTF8.GetString(line[..Math.Min(longest, line.Length)]).TrimStart('[', '"', ' ').AsSpan();
        var space = head.IndexOf(' ');
        var time = default(Timestamp);
        var isWord = space > 0 && TimeText.TryRead(head[..space].TrimEnd("]\","), out time) && time.Seconds > 1e8;
        if (!isWord && !(head.Length >= 19 && TimeText.TryRead(head[..19], out time) && time.Seconds > 1e8))
            return null;
        return char.IsAsciiLetter(head[0]) && written is { } latest ? TimeText.Before(time, latest) : time;
    }
}
