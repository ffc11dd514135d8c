using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>How many distinct texts there are; also estdc, which here is exact. Manual: Aggregate functions, distinct_count.</summary>
internal sealed class Dc(Budget budget) : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Dc(budget);

    public static Accumulator? StartSliding() => new SlidingTexts(listed: false);

    private string? _first;
    private HashSet<string>? _seen;

    public override void Add(Value value, Row row)
    {
        var text = value.ToText();
        if (_first is null)
        {
            if (budget.TakeValue())
                _first = text;
        }
        else if (!string.Equals(text, _first, StringComparison.Ordinal) && _seen?.Contains(text) is not true && budget.TakeValue())
        {
            (_seen ??= new(StringComparer.Ordinal)).Add(text);
        }
    }

    public override Value Result() => Value.Of(_first is null ? 0 : 1 + (_seen?.Count ?? 0));
}
