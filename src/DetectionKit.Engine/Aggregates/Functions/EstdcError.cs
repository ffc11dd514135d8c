using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>How far <c>estdc</c> may be off: not at all, since distinct values are counted here. Manual: Aggregate functions, estdc_error.</summary>
internal sealed class EstdcError : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new EstdcError();

    public override void Add(Value value, Row row)
    {
        // Nothing is estimated.
    }

    public override Value Result() => Value.Of(0);
}
