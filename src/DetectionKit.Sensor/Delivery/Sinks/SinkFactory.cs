using DetectionKit.Sensor.Configuration;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>Makes sinks as they are configured.</summary>
internal static class SinkFactory
{
    /// <summary>How long a connection without receipts has to live on.</summary>
    public static TimeSpan Settling { get; } = TimeSpan.FromSeconds(2);

    public static ISink Make(SinkConfiguration sink, TimeSpan settling)
    {
        var timeout = TimeSpan.FromSeconds(sink.TimeoutSeconds);
        return sink.Type switch
        {
            "stdout" => new StdoutSink(StdoutSink.Open()),
            "file" => new FileSink(sink.Path, (long)sink.MaxMegabytes << 20, sink.Keep),
            "syslog" => new SyslogSink(HostAndPort.Parse(sink.Address)!, sink.Tls, Authorities.PolicyOf(sink.Authorities), timeout, settling),
            "webhook" => new WebhookSink(new Uri(sink.Url), sink.Headers, sink.Batch, timeout, Authorities.PolicyOf(sink.Authorities)),
            "splunk_hec" => new SplunkHecSink(new Uri(sink.Url), sink.TokenFile, sink.Batch, timeout, Authorities.PolicyOf(sink.Authorities)),
            _ => throw new ArgumentException($"there is no sink of type {sink.Type}", nameof(sink)),
        };
    }
}
