using System.Collections.Immutable;

namespace DetectionKit.Logs.Zscaler;

/// <summary>Requests through Zscaler Internet Access, as its Nanolog Streaming Service gives them: JSON or key=value.</summary>
public sealed class ZscalerSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "zscaler";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [new WebProxyRecord()];
}
