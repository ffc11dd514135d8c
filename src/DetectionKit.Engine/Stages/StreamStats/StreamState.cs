using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;

namespace DetectionKit.Engine.Stages.StreamStats;

/// <summary>What one streamstats holds: running aggregates, or the rows of its window.</summary>
internal sealed class StreamState(StreamStatsSpec spec, StageContext context)
{
    // limits.conf, max_stream_window.
    private const int LargestWindow = 10_000;

    private readonly Dictionary<string, Running> _groups = new(StringComparer.Ordinal);
    private readonly List<Entry> _window = [];

    private bool IsWindowed => spec.Window > 0 || spec.TimeWindow > 0;

    public void Reset()
    {
        _groups.Clear();
        _window.Clear();
    }

    /// <summary>Gives the row its aggregates and takes it into account.</summary>
    public void Put(Row row, string key)
    {
        var entry = new Entry(key, AccumulatorSet.Arguments(spec.Functions, row, context.Run), row.Copy(), row["_time"].TryGetNumber(out var time) ? time : null);
        var result = IsWindowed ? Windowed(entry) : Run(entry);
        for (var i = 0; i < spec.Functions.Length; i++)
        {
            var value = result is null ? Nothing(i) : result.Result(i);
            if (value.IsNull)
                row.Remove(spec.Functions[i].Column);
            else
                row[spec.Functions[i].Column] = value;
        }
    }

    private Value Nothing(int function) => new AccumulatorSet([spec.Functions[function]], context.Budget).Result(0);

    private Running? Run(Entry entry)
    {
        if (!_groups.TryGetValue(entry.Key, out var group))
        {
            if (!context.Budget.TakeGroup())
                return null;
            _groups.Add(entry.Key, group = new(spec, context));
        }

        if (spec.Current)
            group.Add(entry);
        var result = spec.Current ? group : group.Frozen();
        if (!spec.Current)
            group.Add(entry);
        return result;
    }

    private Running Windowed(Entry entry)
    {
        if (spec.Current)
            _window.Add(entry);
        Shrink(entry, spec.Window > 0 ? Math.Min(spec.Window, LargestWindow) : LargestWindow);
        var result = new Running(spec, context);
        foreach (var other in _window.Where(other => string.Equals(other.Key, entry.Key, StringComparison.Ordinal)))
            result.Add(other);
        if (!spec.Current)
            _window.Add(entry);
        return result;
    }

    // Rows too far in time go, whichever way time runs; then the oldest of all rows, or of the row's own group.
    private void Shrink(Entry entry, int most)
    {
        if (spec.TimeWindow > 0)
            _window.RemoveAll(other => other.Time is not { } time || entry.Time is not { } now || Math.Abs(now - time) > spec.TimeWindow);
        var surplus = (spec.Global ? _window.Count : _window.Count(other => string.Equals(other.Key, entry.Key, StringComparison.Ordinal))) - most;
        if (surplus <= 0)
            return;
        if (most != spec.Window)
            context.Budget.CountWindowCut(most, surplus);
        if (spec.Global)
            _window.RemoveRange(0, surplus);
        else
            _window.RemoveAll(other => string.Equals(other.Key, entry.Key, StringComparison.Ordinal) && surplus-- > 0);
    }

    private sealed record Entry(string Key, Value[] Arguments, Row Row, double? Time);

    /// <summary>Aggregates in the making.</summary>
    private sealed class Running(StreamStatsSpec spec, StageContext context)
    {
        private readonly AccumulatorSet _set = new(spec.Functions, context.Budget);
        private Value[]? _frozen;

        public void Add(Entry entry) => _set.Add(entry.Arguments, entry.Row);

        /// <summary>The results so far, kept while more is added.</summary>
        public Running Frozen() => new(spec, context) { _frozen = [.. Enumerable.Range(0, spec.Functions.Length).Select(Result)] };

        public Value Result(int number) => _frozen is { } kept ? kept[number] : _set.Result(number);
    }
}
