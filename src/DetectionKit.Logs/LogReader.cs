using System.IO.Compression;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Reading;

namespace DetectionKit.Logs;

/// <summary>Reads a log, whatever it is: unpacks gzip, recognises the source by content, gives its events.</summary>
public static class LogReader
{
    /// <summary>Reads a log to its end. Bad input is counted, never thrown.</summary>
    /// <param name="content">At the log's begin; not disposed of.</param>
    /// <param name="hints">What is known of it.</param>
    /// <param name="sink">Takes the events.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="counts">Where records are counted while the log is read; null: in the outcome alone.</param>
    public static LogOutcome Read(Stream content, LogHints hints, IEventSink sink, CancellationToken cancellation, LogCounts? counts = null)
    {
        var records = new RecordSink(sink, hints, counts);
        var stream = new HeadStream(content);
        var problem = stream.Problem;
        using var unpacked = stream.Head is [0x1F, 0x8B, ..] ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : null;
        if (unpacked is not null)
        {
            stream = new HeadStream(unpacked);
            problem ??= stream.Problem;
        }

        var head = new LogHead(stream.Head);
        if (head.Bytes.IsEmpty)
            return new(null, problem ?? "empty file", records.Counts, null);
        if (LogSourceCatalogue.Recognise(head, hints.SourceType) is not { } source)
            return new(null, problem ?? "neither a capture nor a log that is known here", records.Counts, null);
        source.Read(new LogInput(stream, head, LogLimits.Default, cancellation), records);
        problem ??= stream.Problem;
        if (problem is null && records.Counts is { Good: 0, Bad: > 0 })
            problem = $"no record of {source.Name} could be read: {records.Counts.FirstBad}";
        return new(source.Name, problem, records.Counts, records.Last);
    }
}

/// <summary>How the reading of a log came out.</summary>
/// <param name="Reader">The source that read it; null: none knew it.</param>
/// <param name="Problem">Why it could not be read to its end; null: it was.</param>
/// <param name="Counts">Good, bad and skipped records.</param>
/// <param name="Last">The latest time in it, whether or not anybody wanted the event.</param>
public sealed record LogOutcome(string? Reader, string? Problem, LogCounts Counts, Timestamp? Last)
{
    /// <summary>What was not read though the log was read to its end, for people; null: nothing.</summary>
    public string? Remark => Counts switch
    {
        { Bad: > 0 } => $"{Counts.Bad} of {Counts.Good + Counts.Bad} records could not be read; {Counts.FirstBad}",
        { Cut: > 0 } => $"{Counts.Cut} records were cut",
        _ => null,
    };
}
