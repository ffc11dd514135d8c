namespace DetectionKit.Engine.Running;

/// <summary>How much one detector may hold in one run.</summary>
/// <param name="Rows">Matched events kept as rows, and rows that stages make on top of those.</param>
/// <param name="Groups">Groups of all its aggregates.</param>
/// <param name="Values">Values kept inside groups: the distinct ones of <c>values</c> and <c>dc</c>, the samples of percentiles.</param>
public sealed record RunLimits(int Rows, int Groups, int Values)
{
    /// <summary>Enough for a day of a large network's detections in a few hundred megabytes.</summary>
    public static RunLimits Default { get; } = new(500_000, 200_000, 2_000_000);
}
