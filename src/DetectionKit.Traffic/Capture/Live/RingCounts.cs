namespace DetectionKit.Traffic.Capture.Live;

/// <summary>What the kernel counted since the ring was opened (<c>struct tpacket_stats_v3</c>, summed up).</summary>
/// <param name="Packets">Packets that came, those dropped included.</param>
/// <param name="Drops">Packets that found no room in the ring.</param>
/// <param name="Freezes">How often the ring was full.</param>
public readonly record struct RingCounts(long Packets, long Drops, long Freezes);
