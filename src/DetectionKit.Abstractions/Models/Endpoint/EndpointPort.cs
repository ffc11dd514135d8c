using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Endpoint;

/// <summary>One port that a process listens on, as CIM's Endpoint data model describes it (dataset Ports). Immutable.</summary>
public sealed class EndpointPort : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<EndpointPort> Model { get; } = new("Endpoint", "Ports", "CIM: Endpoint")
    {
        Assets = ["dest", "src"],
        Identities = ["user"],
        AssetFlags = true,
    };

    [Field("Since when it listens.")] public string? CreationTime { get; init; }
    [Field("Who listens: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The port.")] public long? DestPort { get; init; }
    [Field("The recorder's own identifier of the process.")] public string? ProcessGuid { get; init; }
    [Field("The operating system's number of the process.")] public string? ProcessId { get; init; }
    [Field("Who is connected: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The port of who is connected.")] public long? SrcPort { get; init; } = 0;
    [Field("listening, established.")] public string? State { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The transport: tcp, udp.")] public string? Transport { get; init; }
    [Field("Transport and port: tcp/53.")] public string? TransportDestPort { get; init; }
    [Field("Whom the process runs as.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
