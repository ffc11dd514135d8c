using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.StreamStats;

/// <summary>
/// The rows that a streamstats with <c>window</c> or <c>time_window</c> looks back on. A row that comes costs what leaves for it, not what is there.
/// Manual: streamstats, window, time_window, global, current.
/// </summary>
internal sealed class StreamWindow(StreamStatsSpec spec, Budget budget)
{
    // limits.conf, max_stream_window.
    private const int LargestWindow = 10_000;

    private readonly int _most = spec.Window > 0 ? Math.Min(spec.Window, LargestWindow) : LargestWindow;
    private readonly LinkedList<WindowEntry> _entries = [];
    private readonly SortedSet<WindowEntry> _byTime = new(WindowEntry.ByTime);
    private readonly Dictionary<string, WindowGroup> _groups = new(StringComparer.Ordinal);
    private long _rows;

    public void Clear()
    {
        _entries.Clear();
        _byTime.Clear();
        _groups.Clear();
    }

    /// <summary>Takes a row in, and gives the aggregates of its group.</summary>
    /// <param name="row">The row; not kept.</param>
    /// <param name="key">Its group.</param>
    /// <param name="arguments">What it gives each aggregate; kept.</param>
    /// <param name="results">Takes the aggregates.</param>
    public void Put(Row row, string key, Value[] arguments, Value[] results)
    {
        var time = row["_time"];
        var group = _groups.GetValueOrDefault(key) ?? new(key, spec, budget);
        var entry = new WindowEntry(_rows++, group, arguments, Remembered(row, time), time.TryGetNumber(out var seconds) ? seconds : null);
        if (spec.Current)
            Add(entry);
        Shrink(entry);
        group.Results(results);
        if (!spec.Current)
            Add(entry);
    }

    // What aggregates look at beside their values.
    private static Row Remembered(Row row, Value time)
    {
        var kept = new Row(1) { Origin = row.Origin };
        kept.Append("_time", time);
        return kept;
    }

    private void Add(WindowEntry entry)
    {
        entry.Place = _entries.AddLast(entry);
        if (spec.TimeWindow > 0)
            _byTime.Add(entry);
        _groups.TryAdd(entry.Group.Key, entry.Group);
        entry.Group.Add(entry);
    }

    private void Remove(WindowEntry entry)
    {
        _entries.Remove(entry.Place!);
        if (spec.TimeWindow > 0)
            _byTime.Remove(entry);
        entry.Group.Remove(entry);
        if (entry.Group.Entries.Count == 0)
            _groups.Remove(entry.Group.Key);
    }

    // Rows too far in time go, whichever way time runs, and rows without time; then the oldest of all rows, or of the row's own group.
    private void Shrink(WindowEntry entry)
    {
        if (spec.TimeWindow > 0)
        {
            while (_byTime.Min is { } first && IsFar(first, entry))
                Remove(first);
            while (_byTime.Max is { } last && IsFar(last, entry))
                Remove(last);
        }

        var rows = spec.Global ? _entries : entry.Group.Entries;
        var surplus = rows.Count - _most;
        if (surplus > 0 && _most != spec.Window)
            budget.CountWindowCut(_most, surplus);
        for (; surplus > 0; surplus--)
            Remove(rows.First!.Value);
    }

    private bool IsFar(WindowEntry one, WindowEntry entry) => one.Time is not { } time || entry.Time is not { } now || Math.Abs(now - time) > spec.TimeWindow;
}
