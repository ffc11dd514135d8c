using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Rows;

/// <summary>What expressions may know beside their row. Immutable.</summary>
/// <param name="Now">What <c>now()</c> is: in a batch the time of the last event, live the watermark.</param>
/// <param name="Zone">The zone in which times are read and written; UTC unless asked.</param>
public sealed record RunContext(Timestamp Now, TimeZoneInfo Zone);
