namespace DetectionKit.Logs.Evtx;

/// <summary>What was met in an event log file. Nothing is left out without being counted.</summary>
public sealed class EvtxCounters
{
    /// <summary>Chunks read.</summary>
    public long Chunks { get; internal set; }

    /// <summary>Chunk-sized stretches that were never written.</summary>
    public long EmptyChunks { get; internal set; }

    /// <summary>Chunks without a readable header; their records are searched for.</summary>
    public long DamagedChunks { get; internal set; }

    /// <summary>Chunks cut short by the end of the file.</summary>
    public long TruncatedChunks { get; internal set; }

    /// <summary>Records given whole.</summary>
    public long Records { get; internal set; }

    /// <summary>Records that could not be read to their end, or that lie where a record should begin and does not.</summary>
    public long DamagedRecords { get; internal set; }

    /// <summary>Records met in the unused part of a chunk: left over from before it was written anew. Given only if asked for.</summary>
    public long OrphanRecords { get; internal set; }
}
