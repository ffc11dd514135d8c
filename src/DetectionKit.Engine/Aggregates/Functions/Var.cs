using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The sample variance; 0 of one number. Manual: Aggregate functions, var.</summary>
internal sealed class Var : Accumulator, IAggregate, IReversible
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Var();

    private readonly Moments _moments = new();

    public bool IsSpoilt => _moments.IsSpoilt;

    public override void Add(Value value, Row row) => _moments.Add(value);

    public void Remove(Value value) => _moments.Remove(value);

    public override Value Result() => _moments.Variance(sample: true) is { } v ? Value.Of(v) : Value.Null;
}
