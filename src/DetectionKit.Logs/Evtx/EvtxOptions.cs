namespace DetectionKit.Logs.Evtx;

/// <summary>How an event log file is read.</summary>
/// <param name="Orphans">Whether records left over in the unused part of a chunk are given too.</param>
public sealed record EvtxOptions(bool Orphans = false)
{
    /// <summary>Live records only.</summary>
    public static EvtxOptions Default { get; } = new();
}
