using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs;

/// <summary>Takes a reader's records, brings them into shape, and gives their events: one of each model, then the raw one. Counts.</summary>
/// <param name="sink">Takes the events.</param>
/// <param name="hints">What the caller knows of the input.</param>
/// <param name="counts">Where records are counted; null: anew.</param>
public sealed class RecordSink(IEventSink sink, LogHints hints, LogCounts? counts = null)
{
    /// <summary>Good, bad and skipped so far.</summary>
    public LogCounts Counts { get; } = counts ?? new();

    /// <summary>The latest time of a record.</summary>
    public Timestamp? Last { get; private set; }

    /// <summary>The source type that was asked for, or null.</summary>
    public string? SourceType => hints.SourceType;

    /// <summary>What the caller says that no time of the input lies after; null: not known.</summary>
    public Timestamp? Written => hints.Written;

    /// <summary>Whether anybody may ask for <c>_raw</c>.</summary>
    public bool WantsText => sink.Interest.SourceTypes is not { Count: 0 };

    private Timestamp Previous { get; set; }

    /// <summary>Takes one record. It may be reused afterwards.</summary>
    /// <param name="record">The record, under its own names.</param>
    /// <param name="kind">Its kind; null: nothing is known of it.</param>
    /// <param name="sourceType">The source type where neither the record nor the caller says one; null: the kind's first.</param>
    public void Take(LogRecord record, RecordKind? kind, string? sourceType = null)
    {
        kind?.Shape(record);
        if ((record.Time ??= TimeFields.Find(record)) is null)
            Counts.AddUntimed();
        var time = record.Time ?? Previous;
        Previous = time;
        if (Last is not { } last || time > last)
            Last = time;
        Counts.AddGood();
        if (record.IsCut)
            Counts.AddCut();
        if (kind is not null)
            AddAliases(record, kind);
        var origin = new EventOrigin(time, record.Host ?? hints.Host ?? "localhost", hints.FixedSource ?? record.Source ?? hints.Source, record.SourceType ?? hints.SourceType ?? sourceType ?? kind?.SourceTypes[0] ?? "unknown");
        GiveModels(record, kind, in origin);
        GiveRaw(record, kind, in origin);
    }

    private void GiveModels(LogRecord record, RecordKind? kind, in EventOrigin origin)
    {
        if (kind is null)
            return;
        foreach (var map in kind.Models)
            map.Give(record, in origin, sink);
    }

    private void GiveRaw(LogRecord record, RecordKind? kind, in EventOrigin origin)
    {
        if (!sink.Interest.WantsRaw(origin.SourceType))
            return;
        if (kind is { GivesRawEventsModelFields: true })
        {
            foreach (var map in kind.Models)
                map.AddTo(record);
        }

        if (kind is not null)
            AddEventTypes(record, kind);

        sink.OnRaw(new RawEvent(origin.Time, origin.SourceType, origin.Source, origin.Host, record.ToFields()) { LazyText = record.Text });
    }

    private static void AddEventTypes(LogRecord record, RecordKind kind)
    {
        if (kind.EventTypes.IsEmpty || record.Has("eventtype"))
            return;
        foreach (var (name, when) in kind.EventTypes)
        {
            if (when is null || when(record))
                record.Add("eventtype", Value.Of(name));
        }
    }

    private static void AddAliases(LogRecord record, RecordKind kind)
    {
        foreach (var (alias, field) in kind.Aliases)
        {
            if (!record.Has(alias))
                record.Set(alias, record[field]);
        }
    }
}

/// <summary>What the caller of a reader knows of an input.</summary>
/// <param name="Source"><c>source</c>: the input's path as given, unless the records say their own.</param>
/// <param name="SourceType"><c>sourcetype</c> for records that say none of their own; null: the content tells.</param>
/// <param name="Host"><c>host</c> for records that say none of their own.</param>
/// <param name="FixedSource"><c>source</c> whatever the records say: whoever gave the input to an index named it so.</param>
/// <param name="Written">When it was last written: times without a year (RFC 3164) are the latest that lie before it, give or take a day. Null: they are in the year 2000.</param>
public sealed record LogHints(string Source, string? SourceType = null, string? Host = null, string? FixedSource = null, Timestamp? Written = null);
