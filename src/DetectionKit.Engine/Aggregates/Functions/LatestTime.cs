using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>When the latest row was that has the field. Manual: Time functions, latest_time.</summary>
internal sealed class LatestTime : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new LatestTime();

    private readonly Extreme _extreme = new(latest: true);

    public override void Add(Value value, Row row) => _extreme.Add(value, row);

    public override Value Result() => _extreme.Time is { } time ? Value.Of(time) : Value.Null;
}
