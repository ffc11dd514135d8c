using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The value of the earliest row, by _time. Manual: Time functions, earliest.</summary>
internal sealed class Earliest : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Earliest();

    private readonly Extreme _extreme = new(latest: false);

    public override void Add(Value value, Row row) => _extreme.Add(value, row);

    public override Value Result() => _extreme.Held;
}
