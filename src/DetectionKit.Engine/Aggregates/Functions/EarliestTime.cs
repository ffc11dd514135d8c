using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>When the earliest row was that has the field. Manual: Time functions, earliest_time.</summary>
internal sealed class EarliestTime : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new EarliestTime();

    private readonly Extreme _extreme = new(latest: false);

    public override void Add(Value value, Row row) => _extreme.Add(value, row);

    public override Value Result() => _extreme.Time is { } time ? Value.Of(time) : Value.Null;
}
