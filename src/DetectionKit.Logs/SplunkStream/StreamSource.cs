using System.Collections.Immutable;

namespace DetectionKit.Logs.SplunkStream;

/// <summary>Splunk Stream's records of wire data (Splunk Stream user manual, "Protocol details"). They are JSON: <see cref="Json.JsonSource"/> reads them.</summary>
public sealed class StreamSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "stream";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } =
        [new StreamHttp(), new StreamDns(), new StreamFlow("stream:tcp", "tcp"), new StreamFlow("stream:udp", "udp"), new StreamFlow("stream:ip", null)];
}
