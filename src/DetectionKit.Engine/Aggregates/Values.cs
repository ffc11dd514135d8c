using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates;

/// <summary>The distinct values in lexicographic order: 10 comes before 9. Manual: Multivalue stats functions, values.</summary>
internal sealed class Values(Budget budget) : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Values(budget);

    private readonly Dictionary<string, Value> _seen = new(StringComparer.Ordinal);

    public override void Add(Value value, Row row)
    {
        var text = value.ToText();
        if (_seen.TryGetValue(text, out var known))
            _seen[text] = Pick.SmallerKind(known, value);
        else if (budget.TakeValue())
            _seen.Add(text, value);
    }

    public override Value Result() => Value.OfMany(_seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
}
