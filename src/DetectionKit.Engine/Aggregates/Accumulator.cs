using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates;

/// <summary>One aggregate of one group at work.</summary>
internal abstract class Accumulator
{
    /// <summary>Takes one value: never absent, never multivalue.</summary>
    /// <param name="value">The value.</param>
    /// <param name="row">The row that holds it: for the functions that look at time.</param>
    public abstract void Add(Value value, Row row);

    /// <summary>The aggregate of what was added.</summary>
    public abstract Value Result();
}

/// <summary>How an aggregate starts. The catalogue finds every class that implements it; its canonical name is the class's in lower case with underscores.</summary>
internal interface IAggregate
{
    /// <summary>Whether the result depends on the order in which rows come, so that no event may be fed before all are sorted.</summary>
    static virtual bool OrderMatters => false;

    /// <summary>A fresh accumulator for a window that moves on, where another one serves there; it is an <see cref="Sliding.IReversible"/>.</summary>
    static virtual Accumulator? StartSliding() => null;

    /// <summary>A fresh accumulator.</summary>
    static abstract Accumulator Start(AggregateFunction function, Budget budget);
}
