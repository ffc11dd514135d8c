using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The value that came first: in a raw search the newest. Manual: Event order functions, first.</summary>
internal sealed class First : Accumulator, IAggregate
{
    public static bool OrderMatters => true;

    public static Accumulator Start(AggregateFunction function, Budget budget) => new First();

    private Value _first;

    public override void Add(Value value, Row row)
    {
        if (_first.IsNull)
            _first = value;
    }

    public override Value Result() => _first;
}
