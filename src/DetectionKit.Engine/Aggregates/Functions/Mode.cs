using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The most frequent value; of several, the smallest. Manual: Aggregate functions, mode.</summary>
internal sealed class Mode(Budget budget) : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Mode(budget);

    private readonly Dictionary<string, (Value Value, long Count)> _seen = new(StringComparer.Ordinal);

    public override void Add(Value value, Row row)
    {
        var text = value.ToText();
        if (_seen.TryGetValue(text, out var known))
            _seen[text] = (Pick.SmallerKind(known.Value, value), known.Count + 1);
        else if (budget.TakeValue())
            _seen.Add(text, (value, 1));
    }

    public override Value Result()
    {
        Value best = default;
        long most = 0;
        foreach (var (value, count) in _seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value))
        {
            if (count > most || (count == most && ValueOrder.NumberOrText(value, best) < 0))
                (best, most) = (value, count);
        }

        return best;
    }
}
