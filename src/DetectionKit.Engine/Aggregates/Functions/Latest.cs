using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The value of the latest row, by _time. Manual: Time functions, latest.</summary>
internal sealed class Latest : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Latest();

    private readonly Extreme _extreme = new(latest: true);

    public override void Add(Value value, Row row) => _extreme.Add(value, row);

    public override Value Result() => _extreme.Held;
}
