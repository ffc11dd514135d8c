using System.Collections.Immutable;
using DetectionKit.Logs.Evtx;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>The Windows event log as the system keeps it: a file of binary XML (<c>.evtx</c>).</summary>
public sealed class EvtxSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "evtx";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds => [WindowsEventKind.Instance];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) => EvtxReader.Recognises(head.Bytes) ? Likeness.Signature : Likeness.None;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var events = new Events(records, input.Limits);
        var reader = new EvtxReader(events);
        if (reader.Read(input.Content, input.Cancellation) is { } problem)
            records.Counts.AddBad("offset 0", problem);
        for (var i = 0L; i < reader.Counters.DamagedChunks; i++)
            records.Counts.AddBad("a chunk", "its header cannot be read");
        for (var i = events.Damaged; i < reader.Counters.DamagedRecords; i++)
            records.Counts.AddBad("a chunk", "there is no record where one should begin");
        for (var i = 0L; i < reader.Counters.TruncatedChunks; i++)
            records.Counts.AddCut();
    }

    private sealed class Events : XmlFork, IEvtxSink
    {
        private readonly RecordSink _records;
        private readonly LogRecord _record;
        private readonly EventFields _fields;
        private readonly XmlText _text;
        private EvtxRecord _header;

        public Events(RecordSink records, LogLimits limits)
            : this(records, limits, new EventFields(), new XmlText())
        {
        }

        private Events(RecordSink records, LogLimits limits, EventFields fields, XmlText text)
            : base(fields, text)
        {
            _records = records;
            _record = new(limits.Fields);
            (_fields, _text) = (fields, text);
        }

        /// <summary>Records that began and could not be read to their end.</summary>
        public long Damaged { get; private set; }

        public void Begin(EvtxRecord record)
        {
            _header = record;
            _record.Clear();
            _text.Clear();
            _fields.Begin(_record);
        }

        public void End(bool whole)
        {
            if (!whole)
                Damaged++;
            if (!whole || !_fields.IsEvent)
            {
                _records.Counts.AddBad($"record {_header.Id}", whole ? "no event" : "its XML is damaged");
                return;
            }

            EventText.Set(_record, _text.ToString());
            _records.Take(_record, WindowsEventKind.Instance, WindowsEventKind.XmlSourceType);
        }
    }
}
