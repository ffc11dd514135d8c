using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Lookups;

namespace DetectionKit.Engine.Running;

/// <summary>What a run takes beside detectors and events.</summary>
public sealed record RunOptions
{
    /// <summary>The lookup tables; shared between runs, their indexes are made once.</summary>
    public LookupStore Lookups { get; init; } = LookupStore.Empty;

    /// <summary>The zone in which times are read and written.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>When the window began; a batch is one window over all time.</summary>
    public Timestamp WindowStart { get; init; }

    /// <summary>Live: since when these rules are loaded, by the time of packets. Whatever flow began since, they were told of.</summary>
    internal Timestamp RulesSince { get; init; }

    /// <summary>Whether rows are asked for before the window ends.</summary>
    public bool Early { get; init; }

    /// <summary>What each detector may hold.</summary>
    public RunLimits Limits { get; init; } = RunLimits.Default;
}
