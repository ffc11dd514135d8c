using System.Collections.Immutable;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs;

/// <summary>Tells the kind of a record of a format that many products write.</summary>
internal static class RecordKinds
{
    private static readonly Lazy<ImmutableArray<RecordKind>> All = new(() => [.. LogSourceCatalogue.All.SelectMany(source => source.Kinds)]);

    /// <summary>The kind by the record's own <c>sourcetype</c>, else by the caller's, else the one that it fits; null: none.</summary>
    /// <param name="record">The record under its own names.</param>
    /// <param name="hint">The source type that the caller says, or null.</param>
    /// <param name="last">The kind of the record before, which is asked first.</param>
    public static RecordKind? Of(LogRecord record, string? hint, RecordKind? last = null)
    {
        if ((record.TextOf("sourcetype") ?? hint) is { } named && LogSourceCatalogue.FindKind(named) is { } known)
            return known;
        if (last is not null && last.Fits(record))
            return last;
        foreach (var kind in All.Value)
        {
            if (kind.Fits(record))
                return kind;
        }

        return null;
    }
}
