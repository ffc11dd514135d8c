using System.Collections.Immutable;

namespace DetectionKit.Sensor.Configuration;

/// <summary>What a sensor does, as its file says it. <c>sensor.schema.json</c> is the same for editors.</summary>
internal sealed record SensorConfiguration
{
    /// <summary>What alerts call this sensor; default: the host's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>A bundle, or a folder in which the bundle with the highest serial counts.</summary>
    public string Bundle { get; init; } = "";

    /// <summary>Public keys whose bundles are taken.</summary>
    public ImmutableArray<string> Trust { get; init; } = [];

    /// <summary>Whether a bundle that no trusted key signed is taken as well.</summary>
    public bool AllowUnsigned { get; init; }

    /// <summary>The folder for spools and for what must outlive a restart.</summary>
    public string State { get; init; } = "/var/lib/detectionkit";

    /// <summary>How long a window is; zero: the whole run.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often a flow that goes on is an event; zero: flows are events when they end.</summary>
    public TimeSpan ActiveTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Who the sensor becomes once its sockets are open; null: it stays who it is.</summary>
    public string? User { get; init; }

    public ImmutableArray<InputConfiguration> Inputs { get; init; } = [];

    public ImmutableArray<SinkConfiguration> Sinks { get; init; } = [];

    public SpoolConfiguration Spool { get; init; } = new();

    /// <summary>Where <c>/metrics</c> and <c>/healthz</c> answer: <c>127.0.0.1:9108</c>; null: nowhere.</summary>
    public string? Metrics { get; init; }

    public EvidenceConfiguration? Evidence { get; init; }

    public TelemetryConfiguration? Telemetry { get; init; }

    /// <summary>The most flows at one time, of each engine.</summary>
    public int MaxFlows { get; init; } = 1_000_000;
}

/// <summary>One input: an interface, a capture, or a log.</summary>
internal sealed record InputConfiguration
{
    public string? Interface { get; init; }

    /// <summary>A capture that is read once from begin to end, in packet time; may be a pipe.</summary>
    public string? Capture { get; init; }

    /// <summary>A log that grows and is rotated.</summary>
    public string? Follow { get; init; }

    /// <summary>The log's source type, where its content does not tell.</summary>
    public string? SourceType { get; init; }

    public int Threads { get; init; } = 1;

    public bool Promiscuous { get; init; }

    public int RingMegabytes { get; init; } = 64;

    public int SnapLength { get; init; } = 262_144;
}

/// <summary>One sink of alerts.</summary>
internal sealed record SinkConfiguration
{
    public required string Name { get; init; }

    /// <summary><c>stdout file syslog webhook splunk_hec</c></summary>
    public required string Type { get; init; }

    /// <summary><c>native ecs ocsf eve</c></summary>
    public required string Format { get; init; }

    /// <summary><c>all first final</c></summary>
    public required string Revisions { get; init; }

    public string Path { get; init; } = "";

    public int MaxMegabytes { get; init; } = 100;

    public int Keep { get; init; } = 5;

    /// <summary><c>host:port</c></summary>
    public string Address { get; init; } = "";

    public bool Tls { get; init; }

    /// <summary>A file of certificates (PEM) that may have signed the server's; null: the system's.</summary>
    public string? Authorities { get; init; }

    public string Url { get; init; } = "";

    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>A file that holds the token alone.</summary>
    public string TokenFile { get; init; } = "";

    public int Batch { get; init; } = 100;

    public int TimeoutSeconds { get; init; } = 10;
}

/// <summary>How alerts wait for their sinks, each sink in a spool of its own.</summary>
internal sealed record SpoolConfiguration
{
    public int MaxMegabytes { get; init; } = 256;

    public int SegmentMegabytes { get; init; } = 8;

    /// <summary><c>always</c>: an alert is accepted once it is on the medium; <c>interval</c>: once the system has it, on the medium within a second; <c>never</c>: as the system likes.</summary>
    public string Fsync { get; init; } = "always";
}

/// <summary>Small captures of the flows behind alerts.</summary>
internal sealed record EvidenceConfiguration
{
    public required string Folder { get; init; }

    public int MaxMegabytes { get; init; } = 100;

    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Megabytes of recent packets that are remembered, of each ring.</summary>
    public int MemoryMegabytes { get; init; } = 32;
}

/// <summary>OpenTelemetry (OTLP over HTTP).</summary>
internal sealed record TelemetryConfiguration
{
    public required string Endpoint { get; init; }

    /// <summary>A file of certificates (PEM) that may have signed the collector's; null: the system's.</summary>
    public string? Authorities { get; init; }

    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(15);
}
