using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates.Sliding;

/// <summary>An accumulator that can also give up what it took, so that a window that moves on costs what comes and goes, not what it holds.</summary>
internal interface IReversible
{
    /// <summary>Whether what it holds is no use any more (a number was too large), so that all must be added anew.</summary>
    bool IsSpoilt => false;

    /// <summary>Takes back one value that was added.</summary>
    /// <param name="value">The value.</param>
    void Remove(Value value);
}
