using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates.Sliding;

/// <summary>
/// As <see cref="Functions.Min"/> or <see cref="Functions.Max"/>. What leaves in the order in which it came costs a constant amount, however much there is: a value that is worse than a
/// later one never counts again (a monotonic queue). Once something leaves out of order, all values are kept sorted.
/// </summary>
/// <param name="largest">Whether the largest value is wanted.</param>
internal sealed class SlidingExtreme(bool largest) : Accumulator, IReversible
{
    private readonly Better _better = new(largest);
    private readonly Queue<Value> _all = new();
    private readonly LinkedList<Value> _candidates = [];
    private SortedDictionary<Value, int>? _sorted;

    public override void Add(Value value, Row row)
    {
        if (_sorted is not null)
        {
            _sorted[value] = _sorted.GetValueOrDefault(value) + 1;
            return;
        }

        _all.Enqueue(value);
        while (_candidates.Last is { } last && _better.Compare(value, last.Value) < 0)
            _candidates.RemoveLast();
        _candidates.AddLast(value);
    }

    public void Remove(Value value)
    {
        if (_sorted is null && _all.Peek().Equals(value))
        {
            _all.Dequeue();
            if (_candidates.First!.Value.Equals(value))
                _candidates.RemoveFirst();
            return;
        }

        var sorted = _sorted ??= Sorted();
        if (--sorted[value] == 0)
            sorted.Remove(value);
    }

    public override Value Result() => Pick.AsCompared(_sorted is null ? _candidates.First?.Value ?? default : _sorted.Count == 0 ? default : _sorted.First().Key);

    private SortedDictionary<Value, int> Sorted()
    {
        var sorted = new SortedDictionary<Value, int>(_better);
        foreach (var value in _all)
            sorted[value] = sorted.GetValueOrDefault(value) + 1;
        _all.Clear();
        _candidates.Clear();
        return sorted;
    }

    /// <summary>The better of two first; of those that are written the same, the kind that <see cref="Pick.SmallerKind"/> picks.</summary>
    private sealed class Better(bool largest) : IComparer<Value>
    {
        public int Compare(Value x, Value y)
        {
            var order = ExtremeValue.Compare(x, y, largest);
            return order != 0 ? order : x.Kind.CompareTo(y.Kind);
        }
    }
}
