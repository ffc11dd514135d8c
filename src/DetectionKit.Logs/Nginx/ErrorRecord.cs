using System.Collections.Immutable;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Nginx;

/// <summary>A line of nginx' error log.</summary>
internal sealed class ErrorRecord : RecordKind
{
    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["nginx:plus:error", "nginx:error", "nginx_error"];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } = [new("src", "client"), new("src_ip", "client"), new("dest", "server"), new("severity", "level")];

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (TimeText.TryRead(record["time"], out var time))
            record.Time ??= time;
    }
}
