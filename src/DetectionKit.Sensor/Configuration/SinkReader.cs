namespace DetectionKit.Sensor.Configuration;

/// <summary>Reads one sink: which properties it has depends on its type.</summary>
internal static class SinkReader
{
    public static SinkConfiguration Read(ObjectReader o)
    {
        var type = o.OneOf("type", "", "stdout", "file", "syslog", "webhook", "splunk_hec");
        if (!o.Has("type"))
            o.Missing("type");
        var sink = new SinkConfiguration
        {
            Type = type,
            Name = o.Text("name") is { Length: > 0 } name ? name : type,
            Format = o.OneOf("format", "native", "native", "ecs", "ocsf", "eve"),
            Revisions = o.OneOf("revisions", "all", "all", "first", "final"),
        };
        if (sink.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')))
            o.Complain("name", "may hold letters, digits, - and _ only: it names a folder");
        return type switch
        {
            "file" => File(o, sink),
            "syslog" => Syslog(o, sink),
            "webhook" => Webhook(o, sink),
            "splunk_hec" => Http(o, sink) with { TokenFile = o.RequiredText("token_file") },
            _ => sink,
        };
    }

    private static SinkConfiguration File(ObjectReader o, SinkConfiguration sink) => sink with
    {
        Path = o.RequiredText("path"),
        MaxMegabytes = o.Number("max_mb", sink.MaxMegabytes, 1, 1_000_000),
        Keep = o.Number("keep", sink.Keep, 0, 1000),
    };

    private static SinkConfiguration Syslog(ObjectReader o, SinkConfiguration sink)
    {
        sink = sink with
        {
            Address = o.RequiredText("address"),
            Tls = o.Flag("tls"),
            Authorities = o.Text("authorities"),
            TimeoutSeconds = o.Number("timeout_s", sink.TimeoutSeconds, 1, 600),
        };
        if (sink.Address.Length > 0 && HostAndPort.Parse(sink.Address) is null)
            o.Complain("address", "must be a host and a port, such as logs.example.org:6514");
        return sink;
    }

    // A header that HTTP does not allow would be left out in silence, or fail each request.
    private static SinkConfiguration Webhook(ObjectReader o, SinkConfiguration sink)
    {
        sink = Http(o, sink) with { Headers = o.Map("headers") };
        using var request = new HttpRequestMessage();
        foreach (var (name, value) in sink.Headers)
        {
            if (value.Any(char.IsControl) || !request.Headers.TryAddWithoutValidation(name, value))
                o.Complain("headers", $"\"{name}\" is no header of a request (of its body, it is set here), or its value has control characters");
        }

        return sink;
    }

    private static SinkConfiguration Http(ObjectReader o, SinkConfiguration sink)
    {
        sink = sink with
        {
            Url = o.RequiredText("url"),
            Authorities = o.Text("authorities"),
            Batch = o.Number("batch", sink.Batch, 1, 10_000),
            TimeoutSeconds = o.Number("timeout_s", sink.TimeoutSeconds, 1, 600),
        };
        if (sink.Url.Length > 0 && !(Uri.TryCreate(sink.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            o.Complain("url", "must be a URL of http or https");
        return sink;
    }
}
