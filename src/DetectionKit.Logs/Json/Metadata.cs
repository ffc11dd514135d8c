using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Json;

/// <summary>Takes what an object says of its event out of its fields: <c>_time _raw host source sourcetype</c>.</summary>
internal static class Metadata
{
    /// <summary>Takes it.</summary>
    /// <param name="record">The object's fields.</param>
    /// <param name="kind">What is known of it. A product's own record has <c>host</c> and <c>source</c> of its own meaning, unless it comes out of an index.</param>
    public static void Take(LogRecord record, RecordKind? kind)
    {
        var indexed = kind is null || record.Has("_time") || record.Has("sourcetype");
        if (record.Has("_time"))
            NameListsPlainly(record);
        var time = record.Take("_time");
        if (TimeText.TryRead(time, out var moment))
            record.Time = moment;
        if (record.Take("_raw") is { IsNull: false } raw)
            record.Text = raw.ToText;
        record.SourceType = TextOf(record.Take("sourcetype"));
        if (!indexed)
            return;
        record.Host = TextOf(record.Take("host"));
        record.Source = TextOf(record.Take("source"));
    }

    // What comes out of an index has its multivalue fields under their own names.
    private static void NameListsPlainly(LogRecord record)
    {
        for (var (i, count) = (0, record.Count); i < count; i++)
        {
            if (record.NameAt(i) is [.. var plain, '{', '}'] && !plain.Contains('{', StringComparison.Ordinal) && !record.Has(plain))
                record.Set(plain, record.ValueAt(i));
        }
    }

    private static string? TextOf(Value value) => value.ToText() is { Length: > 0 } text ? text : null;
}
