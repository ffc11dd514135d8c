using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The value that came last: in a raw search the oldest. Manual: Event order functions, last.</summary>
internal sealed class Last : Accumulator, IAggregate
{
    public static bool OrderMatters => true;

    public static Accumulator Start(AggregateFunction function, Budget budget) => new Last();

    private Value _last;

    public override void Add(Value value, Row row) => _last = value;

    public override Value Result() => _last;
}
