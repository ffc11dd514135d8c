using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The sample standard deviation; 0 of one number. Manual: Aggregate functions, stdev.</summary>
internal sealed class Stdev : Accumulator, IAggregate, IReversible
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Stdev();

    private readonly Moments _moments = new();

    public bool IsSpoilt => _moments.IsSpoilt;

    public override void Add(Value value, Row row) => _moments.Add(value);

    public void Remove(Value value) => _moments.Remove(value);

    public override Value Result() => _moments.Variance(sample: true) is { } v ? Value.Of(Math.Sqrt(v)) : Value.Null;
}
