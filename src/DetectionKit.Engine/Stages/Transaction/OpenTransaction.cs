using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Transaction;

/// <summary>The events of one transaction, the newest first, and the values in which they agree.</summary>
/// <param name="spec">The stage.</param>
/// <param name="number">Counts transactions in the order in which they begin.</param>
internal sealed class OpenTransaction(TransactionSpec spec, int number)
{
    private readonly List<Row> _events = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public int Number => number;

    /// <summary>The values in which its events agree.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    public Timestamp Newest { get; private set; }

    public Timestamp Oldest { get; private set; }

    public bool HasStart { get; set; }

    public bool HasEnd { get; set; }

    public bool IsOver { get; set; }

    public int Count => _events.Count;

    /// <summary>Whether it has the first and the last event that it needs.</summary>
    public bool IsComplete => (spec.StartsWith is null || HasStart) && (spec.EndsWith is null || HasEnd);

    /// <summary>Whether an event before its oldest one still lies within its span and pause.</summary>
    public bool Reaches(Timestamp time) =>
        !(Newest.Nanoseconds - time.Nanoseconds > spec.MaxSpan) && !(Oldest.Nanoseconds - time.Nanoseconds > spec.MaxPause);

    /// <summary>Whether an event with these values agrees with it.</summary>
    public bool Agrees(List<KeyValuePair<string, string>> values)
    {
        var shared = 0;
        foreach (var (column, text) in values)
        {
            if (!_values.TryGetValue(column, out var known))
                continue;
            if (!string.Equals(known, text, StringComparison.Ordinal))
                return false;
            shared++;
        }

        return shared > 0 || values.Count == 0 || !spec.Connected;
    }

    public void Add(Row row, Timestamp time, List<KeyValuePair<string, string>> values)
    {
        if (_events.Count == 0)
            Newest = time;
        Oldest = time;
        _events.Add(row);
        foreach (var (column, text) in values)
            _values.TryAdd(column, text);
    }

    /// <summary>The transaction as a row.</summary>
    public Row ToRow()
    {
        _events.Reverse();
        var row = new Row { Origin = _events.Aggregate(RowOrigin.None, (origin, one) => Origins.Merge(origin, one.Origin)) };
        row["_time"] = _events[0]["_time"];
        var listed = spec.Lists.Contains("*", StringComparer.Ordinal);
        foreach (var column in _events.SelectMany(one => one.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal).ToList())
        {
            if (column is "_time")
                continue;
            var isList = listed || spec.Lists.Contains(column, StringComparer.Ordinal);
            row[column] = column is "_raw" ? Text(column) : isList ? List(column) : Set(column);
        }

        row["duration"] = Seconds(Newest.Nanoseconds - Oldest.Nanoseconds);
        row["eventcount"] = Value.Of(_events.Count);
        row["closed_txn"] = Value.Of(IsComplete && IsLimited ? 1 : 0);
        return row;
    }

    private bool IsLimited => IsOver || spec.StartsWith is not null || spec.EndsWith is not null || spec.MaxSpan is not null || spec.MaxPause is not null;

    private Value Text(string column) => Value.Of(string.Join('\n', _events.Where(one => !one[column].IsNull).Select(one => one[column].ToText())));

    private Value List(string column) =>
        Value.OfMany(_events.SelectMany(one => one[column].IsNull ? [Value.Of(spec.NullText)] : one[column].Items));

    private Value Set(string column) =>
        Value.OfMany(_events.SelectMany(one => one[column].Items).DistinctBy(item => item.ToText(), StringComparer.Ordinal).OrderBy(item => item.ToText(), StringComparer.Ordinal));

    private static Value Seconds(long nanoseconds) => nanoseconds % Timestamp.NanosecondsPerSecond == 0
        ? Value.Of(nanoseconds / Timestamp.NanosecondsPerSecond)
        : Value.Of(new Timestamp(nanoseconds).Seconds);
}
