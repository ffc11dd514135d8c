using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates;

/// <summary>How many distinct texts there are; also estdc, which here is exact. Manual: Aggregate functions, distinct_count.</summary>
internal sealed class Dc(Budget budget) : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Dc(budget);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public override void Add(Value value, Row row)
    {
        var text = value.ToText();
        if (!_seen.Contains(text) && budget.TakeValue())
            _seen.Add(text);
    }

    public override Value Result() => Value.Of(_seen.Count);
}
