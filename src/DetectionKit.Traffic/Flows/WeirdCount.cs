namespace DetectionKit.Traffic.Flows;

/// <summary>How often something odd was seen.</summary>
/// <param name="Weird">What.</param>
/// <param name="Count">How often.</param>
/// <param name="First">When first: nanoseconds since the epoch.</param>
public readonly record struct WeirdCount(Weird Weird, long Count, long First);
