using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Ordering;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The distinct values in lexicographic order: 10 comes before 9. Manual: Multivalue stats functions, values.</summary>
internal sealed class Values(Budget budget) : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Values(budget);

    public static Accumulator? StartSliding() => new SlidingTexts(listed: true);

    private Value _first;
    private Dictionary<string, Value>? _seen;

    public override void Add(Value value, Row row)
    {
        if (_seen is null)
        {
            // Most groups have one value: a table is made for the second.
            if (!_first.IsNull && ValueText.Equal(_first, value))
                _first = Pick.SmallerKind(_first, value);
            else if (!budget.TakeValue())
                return;
            else if (_first.IsNull)
                _first = value;
            else
                _seen = new(StringComparer.Ordinal) { [_first.ToText()] = _first, [value.ToText()] = value };
            return;
        }

        var text = value.ToText();
        if (_seen.TryGetValue(text, out var known))
            _seen[text] = Pick.SmallerKind(known, value);
        else if (budget.TakeValue())
            _seen.Add(text, value);
    }

    public override Value Result() => _seen is null ? _first : Value.OfMany(_seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
}
