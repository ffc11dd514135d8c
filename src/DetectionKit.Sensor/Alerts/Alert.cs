using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Bundles;
using DetectionKit.Engine.Live;

namespace DetectionKit.Sensor.Alerts;

/// <summary>A row on its way to the sinks, with what is known about its detection.</summary>
internal sealed record Alert
{
    /// <summary>The row.</summary>
    public required LiveRow Live { get; init; }

    /// <summary>What the bundle says of the detection; null: nothing.</summary>
    public required BundleDetection? Detection { get; init; }

    /// <summary>The bundle, as id and version.</summary>
    public required string Bundle { get; init; }

    /// <summary>The sensor's name.</summary>
    public required string Sensor { get; init; }

    /// <summary>When it was made, by the clock.</summary>
    public required Timestamp Made { get; init; }

    /// <summary>The capture of its flow, once there is one.</summary>
    public string? EvidenceFile { get; init; }

    /// <summary>Its number among those that were accepted; 0: it has none yet.</summary>
    public long Sequence { get; init; }

    /// <summary>What it holds back from now on; null: nothing that was not held back before.</summary>
    public ThrottledValues? Throttled { get; init; }

    /// <summary>Whether the sensor ended, or had to give up, before the window did: the row is as it stood then.</summary>
    public bool IsInterrupted { get; init; }

    public Row Row => Live.Result.Row;

    public string Id => Live.Result.AlertId;

    public bool IsFinal => Live.State is LiveRowState.Final or LiveRowState.Withdrawn;
}
