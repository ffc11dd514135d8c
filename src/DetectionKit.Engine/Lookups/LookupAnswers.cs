using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Lookups;

/// <summary>What a table answers to the values of rows. Rows ask the same over and over, and a table of patterns is gone through for each: answers are kept, a bounded number.</summary>
/// <param name="table">The table.</param>
/// <param name="index">It by the columns that are asked.</param>
/// <param name="budget">Counts rows that ask for too many combinations of values.</param>
/// <param name="moments">The times of its rows, where it goes by time.</param>
internal sealed class LookupAnswers(LookupTable table, LookupIndex index, Budget budget, LookupMoments? moments = null)
{
    private const int Most = 10_000;
    private readonly Dictionary<Value[], int[]> _known = new(CombinationComparer.Instance);

    /// <summary>The numbers of the table's rows that match, as many as the table allows: for several values in one place, what matches any of them.</summary>
    /// <param name="inputs">A value for each column, none absent.</param>
    public int[] Of(Value[] inputs)
    {
        if (Array.Exists(inputs, input => input.Kind == ValueKind.Multi))
            return Find(inputs);
        if (_known.TryGetValue(inputs, out var known))
            return known;
        if (_known.Count == Most)
            _known.Clear();
        return _known[[.. inputs]] = Find(inputs);
    }

    /// <summary>The same for an event of that time: of a lookup by time the newest rows that hold then.</summary>
    /// <param name="inputs">A value for each column, none absent.</param>
    /// <param name="time">The event's time.</param>
    public int[] Of(Value[] inputs, Value time) => moments is null
        ? Of(inputs)
        : [.. moments.Newest(Matches(inputs).Distinct(), time).Take(table.MaxMatches)];

    private int[] Find(Value[] inputs) => [.. Matches(inputs).Distinct().Take(table.MaxMatches)];

    private IEnumerable<int> Matches(Value[] inputs) => ValueCombinations.Of(Array.ConvertAll(inputs, input => input.Items), budget)
        .SelectMany(values => index.Find(Array.ConvertAll(values, value => value.ToText())));
}
