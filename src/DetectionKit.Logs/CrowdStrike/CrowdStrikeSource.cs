using System.Collections.Immutable;

namespace DetectionKit.Logs.CrowdStrike;

/// <summary>What CrowdStrike's Falcon sensors saw, as Falcon Data Replicator gives it: one JSON object an event.</summary>
public sealed class CrowdStrikeSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "crowdstrike";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [new SensorRecord()];
}
