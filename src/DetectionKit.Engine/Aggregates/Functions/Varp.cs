using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The population variance. Manual: Aggregate functions, varp.</summary>
internal sealed class Varp : Accumulator, IAggregate, IReversible
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Varp();

    private readonly Moments _moments = new();

    public bool IsSpoilt => _moments.IsSpoilt;

    public override void Add(Value value, Row row) => _moments.Add(value);

    public void Remove(Value value) => _moments.Remove(value);

    public override Value Result() => _moments.Variance(sample: false) is { } v ? Value.Of(v) : Value.Null;
}
