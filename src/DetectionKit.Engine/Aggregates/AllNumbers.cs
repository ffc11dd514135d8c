using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>An aggregate that is absent unless every value is a number. Manual: stats, allnum.</summary>
internal sealed class AllNumbers(Accumulator inner) : Accumulator
{
    private bool _sawText;

    public override void Add(Value value, Row row)
    {
        _sawText |= !value.TryGetNumber(out _);
        if (!_sawText)
            inner.Add(value, row);
    }

    public override Value Result() => _sawText ? Value.Null : inner.Result();
}
