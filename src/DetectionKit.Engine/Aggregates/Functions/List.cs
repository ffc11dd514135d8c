using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The first hundred values in the order in which rows come, duplicates too. Manual: Multivalue stats functions, list.</summary>
internal sealed class List : Accumulator, IAggregate
{
    public static bool OrderMatters => true;

    public static Accumulator Start(AggregateFunction function, Budget budget) => new List();

    private const int Most = 100;
    private readonly List<Value> _values = [];

    public override void Add(Value value, Row row)
    {
        if (_values.Count < Most)
            _values.Add(value);
    }

    public override Value Result() => Value.OfMany(_values);
}
