using System.Collections.Immutable;
using System.Net;
using System.Text.Json;

namespace DetectionKit.Sensor.Configuration;

/// <summary>Reads the configuration: every problem at once, each with its place.</summary>
internal static class ConfigurationReader
{
    /// <summary>Reads a configuration.</summary>
    /// <param name="json">UTF-8.</param>
    public static (SensorConfiguration Configuration, ImmutableArray<ConfigurationProblem> Problems) Read(byte[] json)
    {
        var problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
        void Problem(int offset, string path, string message) => problems.Add(ConfigurationProblem.At(json, offset, path, message));
        try
        {
            var reader = new ObjectReader(JsonItem.Parse(json), "", Problem);
            var configuration = ReadAll(reader);
            reader.Done();
            return (configuration, [.. problems.OrderBy(problem => (problem.Line, problem.Column))]);
        }
        catch (JsonException e)
        {
            Problem(OffsetOf(json, e.LineNumber ?? 0, e.BytePositionInLine ?? 0), "", $"this is not JSON: {e.Message.Split(" LineNumber", 2)[0]}");
            return (new(), problems.ToImmutable());
        }
        catch (InvalidOperationException)
        {
            Problem(0, "", "a text in it is not UTF-8");
            return (new(), problems.ToImmutable());
        }
    }

    private static int OffsetOf(ReadOnlySpan<byte> json, long line, long byteInLine)
    {
        var offset = 0;
        for (; line > 0 && json[offset..].IndexOf((byte)'\n') is >= 0 and var end; line--)
            offset += end + 1;
        return offset + (int)byteInLine;
    }

    private static SensorConfiguration ReadAll(ObjectReader o)
    {
        o.Text("$schema");
        var unsaid = new SensorConfiguration();
        var configuration = new SensorConfiguration
        {
            Name = o.Text("name") ?? Dns.GetHostName(),
            Bundle = o.RequiredText("bundle"),
            Trust = o.Texts("trust"),
            AllowUnsigned = o.Flag("allow_unsigned"),
            State = o.Text("state") ?? unsaid.State,
            Window = o.Time("window", unsaid.Window, "run"),
            ActiveTimeout = o.Time("active_timeout", unsaid.ActiveTimeout, "never"),
            User = o.Text("user"),
            MaxFlows = o.Number("max_flows", unsaid.MaxFlows, 1000, 100_000_000),
            Inputs = o.Objects("inputs", Input),
            Sinks = o.Objects("sinks", SinkReader.Read),
            Spool = o.Object("spool", Spool) ?? unsaid.Spool,
            Metrics = o.Text("metrics"),
            Evidence = o.Object("evidence", Evidence),
            Telemetry = o.Object("open_telemetry", Telemetry),
        };
        if (!o.Has("inputs") || (configuration.Inputs.IsEmpty && o.Has("inputs")))
            o.Complain("inputs", "names no input");
        if (!o.Has("sinks") || (configuration.Sinks.IsEmpty && o.Has("sinks")))
            o.Complain("sinks", "names no sink");
        if (configuration.Trust.IsEmpty && !configuration.AllowUnsigned)
            o.Complain("trust", "names no key: no bundle could be taken (allow_unsigned takes bundles that nobody signed)");
        if (configuration.Metrics is { } metrics && !IPEndPoint.TryParse(metrics, out _))
            o.Complain("metrics", "must be an address and a port, such as 127.0.0.1:9108");
        foreach (var twice in Repeated(configuration.Inputs.Select(input => input.Interface ?? input.Follow)))
            o.Complain("inputs", $"has \"{twice}\" twice: what it brings would count twice");
        foreach (var twice in Repeated(configuration.Sinks.Select(sink => sink.Path)))
            o.Complain("sinks", $"has two sinks that write \"{twice}\"");
        foreach (var twice in Repeated(configuration.Sinks.Select(sink => sink.Name)))
            o.Complain("sinks", $"has two sinks of the name \"{twice}\": give each a name");
        return configuration;
    }

    private static IEnumerable<string> Repeated(IEnumerable<string?> values) =>
        values.Where(value => value is { Length: > 0 }).GroupBy(value => value!, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private static InputConfiguration Input(ObjectReader o)
    {
        var unsaid = new InputConfiguration();
        var input = new InputConfiguration
        {
            Interface = o.Text("interface"),
            Capture = o.Text("capture"),
            Follow = o.Text("follow"),
            SourceType = o.Text("sourcetype"),
            Threads = o.Number("threads", unsaid.Threads, 1, 64),
            Promiscuous = o.Flag("promiscuous"),
            RingMegabytes = o.Number("ring_mb", unsaid.RingMegabytes, 2, 1024),
            SnapLength = o.Number("snaplen", unsaid.SnapLength, 64, 262_144),
        };
        if (new[] { input.Interface, input.Capture, input.Follow }.Count(given => given is not null) != 1)
            o.Complain("interface", "an input is either an interface, or a capture, or a log to follow");
        return input;
    }

    private static SpoolConfiguration Spool(ObjectReader o)
    {
        var unsaid = new SpoolConfiguration();
        return new()
        {
            MaxMegabytes = o.Number("max_mb", unsaid.MaxMegabytes, 1, 1_000_000),
            SegmentMegabytes = o.Number("segment_mb", unsaid.SegmentMegabytes, 1, 1024),
            Fsync = o.OneOf("fsync", unsaid.Fsync, "always", "interval", "never"),
        };
    }

    private static EvidenceConfiguration Evidence(ObjectReader o)
    {
        var evidence = new EvidenceConfiguration { Folder = o.RequiredText("directory") };
        return evidence with
        {
            MaxMegabytes = o.Number("max_mb", evidence.MaxMegabytes, 1, 1_000_000),
            MaxAge = o.Time("max_age", evidence.MaxAge),
            MemoryMegabytes = o.Number("memory_mb", evidence.MemoryMegabytes, 1, 1024),
        };
    }

    private static TelemetryConfiguration Telemetry(ObjectReader o)
    {
        var telemetry = new TelemetryConfiguration { Endpoint = o.RequiredText("endpoint"), Authorities = o.Text("authorities") };
        if (telemetry.Endpoint.Length > 0 && !Uri.TryCreate(telemetry.Endpoint, UriKind.Absolute, out _))
            o.Complain("endpoint", "must be a URL");
        return telemetry with { Interval = o.Time("interval", telemetry.Interval) };
    }
}
