using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.StreamStats;

/// <summary>
/// The rows of one group in a window, and their aggregates. Those that can give up a value are kept up to date; the others (percentiles, lists, what
/// looks at order) are made anew when they are asked for.
/// </summary>
internal sealed class WindowGroup
{
    private readonly StreamStatsSpec _spec;
    private readonly Budget _budget;
    private readonly Accumulator?[] _sliding;

    public WindowGroup(string key, StreamStatsSpec spec, Budget budget)
    {
        (Key, _spec, _budget) = (key, spec, budget);
        _sliding = [.. spec.Functions.Select(function => AccumulatorCatalogue.StartSliding(function, budget))];
    }

    public string Key { get; }

    /// <summary>The rows as they came.</summary>
    public LinkedList<WindowEntry> Entries { get; } = [];

    public void Add(WindowEntry entry)
    {
        entry.PlaceInGroup = Entries.AddLast(entry);
        for (var i = 0; i < _sliding.Length; i++)
        {
            if (_sliding[i] is { } accumulator)
                Feed(accumulator, entry, i);
        }
    }

    public void Remove(WindowEntry entry)
    {
        Entries.Remove(entry.PlaceInGroup!);
        for (var i = 0; i < _sliding.Length; i++)
        {
            if (_sliding[i] is not IReversible reversible)
                continue;
            foreach (var item in entry.Arguments[i].AsSpan())
                reversible.Remove(item);
            if (reversible.IsSpoilt)
                _sliding[i] = Made(i, AccumulatorCatalogue.StartSliding(_spec.Functions[i], _budget)!);
        }
    }

    /// <summary>The aggregates of what is there.</summary>
    public void Results(Value[] results)
    {
        for (var i = 0; i < results.Length; i++)
            results[i] = (_sliding[i] ?? Made(i, AccumulatorCatalogue.Start(_spec.Functions[i], new(_budget.Limits)))).Result();
    }

    private Accumulator Made(int number, Accumulator accumulator)
    {
        foreach (var entry in Entries)
            Feed(accumulator, entry, number);
        return accumulator;
    }

    private static void Feed(Accumulator accumulator, WindowEntry entry, int number)
    {
        foreach (var item in entry.Arguments[number].AsSpan())
            accumulator.Add(item, entry.Row);
    }
}
