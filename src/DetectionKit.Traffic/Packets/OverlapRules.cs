namespace DetectionKit.Traffic.Packets;

/// <summary>
/// Whose bytes a receiver keeps: IP fragments as Novak's "Target-Based Fragmentation Reassembly" (2005) measured them, TCP segments as Novak's
/// and Sturges' "Target-Based TCP Stream Reassembly" (2007). Bytes that an application has read already are past changing under any policy.
/// </summary>
internal static class OverlapRules
{
    /// <summary>Whether a fragment's bytes replace those of one that came before.</summary>
    /// <param name="policy">The receiver's.</param>
    /// <param name="start">Where the newer one begins, relative to the older one's beginning.</param>
    /// <param name="end">Where the newer one ends, relative to the older one's end.</param>
    public static bool NewerFragmentWins(OverlapPolicy policy, long start, long end) => policy switch
    {
        OverlapPolicy.First => false,
        OverlapPolicy.Last => true,
        OverlapPolicy.Bsd => start < 0,
        OverlapPolicy.BsdRight => start >= 0,
        OverlapPolicy.Linux => start <= 0,
        OverlapPolicy.Windows => start < 0 && end > 0,
        OverlapPolicy.Solaris => start < 0 && end >= 0,
        _ => false,
    };

    /// <summary>Whether a segment's bytes replace those of one that came before and waits for its turn.</summary>
    /// <param name="policy">The receiver's. No TCP is known to act as <see cref="OverlapPolicy.BsdRight"/>: it means here what it means for fragments.</param>
    /// <param name="start">Where the newer one begins, relative to the older one's beginning.</param>
    /// <param name="end">Where the newer one ends, relative to the older one's end.</param>
    public static bool NewerSegmentWins(OverlapPolicy policy, long start, long end) => policy switch
    {
        OverlapPolicy.First => false,
        OverlapPolicy.Last => true,
        OverlapPolicy.Bsd or OverlapPolicy.Windows => start < 0,
        OverlapPolicy.BsdRight => start >= 0,
        OverlapPolicy.Linux => start < 0 || (start == 0 && end > 0),
        OverlapPolicy.Solaris => start <= 0 ? end >= 0 : end > 0,
        _ => false,
    };
}
