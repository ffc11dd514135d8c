using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>How fast a counter grew: the latest number less the earliest, by the seconds between them. Manual: Time functions, rate.</summary>
internal sealed class Rate : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Rate();

    private readonly Extreme _earliest = new(latest: false);
    private readonly Extreme _latest = new(latest: true);

    public override void Add(Value value, Row row)
    {
        if (!value.TryGetNumber(out _))
            return;
        _earliest.Add(value, row);
        _latest.Add(value, row);
    }

    public override Value Result()
    {
        if (_earliest.Time is not { } from || _latest.Time is not { } to || from == to)
            return Value.Null;
        _earliest.Held.TryGetNumber(out var first);
        _latest.Held.TryGetNumber(out var last);
        return Value.Of((last - first) / (to.Seconds - from.Seconds));
    }
}
