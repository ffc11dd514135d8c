using System.Collections.Immutable;

namespace DetectionKit.Logs.Fortinet;

/// <summary>Logs of FortiGate firewalls, key=value.</summary>
public sealed class FortinetSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "fortinet";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [new FortiGateRecord("traffic"), new FortiGateRecord("utm"), new FortiGateRecord("event")];
}
