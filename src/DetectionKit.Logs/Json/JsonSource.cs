using System.Collections.Immutable;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Json;

/// <summary>
/// JSON objects: one a line, one after the other over several lines, or the items of an array. What product wrote an object is told by its own
/// <c>sourcetype</c>, by the caller's, or by the kind that it fits; an object of no known kind is a raw event of its own names.
/// </summary>
public sealed class JsonSource : LogSource
{
    /// <summary>The source type of objects of no known kind, as Splunk calls it.</summary>
    public const string SourceType = "_json";

    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds => [];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head)
    {
        var first = head.FirstLine;
        if (first.StartsWith('{'))
            return first.AsSpan(1).TrimStart() is ['"' or '}', ..] or [] ? Likeness.Shape : Likeness.Format;
        if (first.StartsWith('['))
            return first.AsSpan(1).TrimStart() is ['{' or ']', ..] or [] ? Likeness.Format : Likeness.None;
        return JsonObjects.FollowOneThatIsNone(head) ? Likeness.Format : Likeness.None;
    }

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var objects = JsonObjects.Open(input);
        var reading = new Reading(records, new LogRecord(input.Limits.Fields));
        var batch = new List<Range>();
        while (objects.Read(out var bytes, out var problem))
        {
            if (problem is not null)
            {
                records.Counts.AddBad(objects.Place, problem);
                continue;
            }

            var rest = JsonBatch.Find(bytes, batch);
            if (batch.Count == 0)
            {
                reading.Take(bytes, objects);
                continue;
            }

            foreach (var range in batch)
                reading.Take(bytes[range], objects);
            if (rest is not null)
                records.Counts.AddBad(objects.Place, rest);
        }
    }

    private sealed class Reading(RecordSink records, LogRecord record)
    {
        private readonly JsonRecord _json = new();
        private readonly Envelopes _envelopes = new();
        private RecordKind? _last;

        public void Take(ReadOnlySpan<byte> bytes, JsonObjects objects)
        {
            record.Clear();
            if (_json.Read(bytes, record) is { } problem)
            {
                records.Counts.AddBad(objects.Place, problem);
                return;
            }

            if (records.WantsText)
                record.Text = RawText.Of(bytes);
            _envelopes.Open(record);
            var kind = RecordKinds.Of(record, records.SourceType, _last);
            _last = kind ?? _last;
            Metadata.Take(record, kind);
            records.Take(record, kind, kind is null ? SourceType : null);
        }
    }
}
