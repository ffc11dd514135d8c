using System.Collections.Immutable;

namespace DetectionKit.Logs.Suricata;

/// <summary>Suricata's EVE log (Suricata user guide, "EVE JSON Format"). It is JSON: <see cref="Json.JsonSource"/> reads it.</summary>
public sealed class SuricataSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "suricata";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [new EveRecord()];
}
