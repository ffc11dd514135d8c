using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Endpoint;

/// <summary>One service that was installed, started or stopped, as CIM's Endpoint data model describes it (dataset Services). Immutable.</summary>
public sealed class EndpointService : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<EndpointService> Model { get; } = new("Endpoint", "Services", "CIM: Endpoint")
    {
        Assets = ["dest"],
        Identities = ["user"],
        AssetFlags = true,
    };

    [Field("What it is, in words.")] public string? Description { get; init; }
    [Field("Where the service is: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The recorder's own identifier of the process.")] public string? ProcessGuid { get; init; }
    [Field("The operating system's number of the process.")] public string? ProcessId { get; init; }
    [Field("The service's full name.")] public string Service { get; init; } = "unknown";
    [Field("The library that it runs.")] public string? ServiceDll { get; init; }
    [Field("Digests of the library.")] public Value ServiceDllHash { get; init; }
    [Field("The library's path.")] public string? ServiceDllPath { get; init; }
    [Field("Whether the library is signed.")] public string? ServiceDllSignatureExists { get; init; }
    [Field("Whether the library's signature holds.")] public string? ServiceDllSignatureVerified { get; init; }
    [Field("The executable that it runs.")] public string? ServiceExec { get; init; }
    [Field("Digests of the executable.")] public Value ServiceHash { get; init; }
    [Field("The system's identifier of the service.")] public string ServiceId { get; init; } = "unknown";
    [Field("The service's short name.")] public string ServiceName { get; init; } = "unknown";
    [Field("The executable's path.")] public string? ServicePath { get; init; }
    [Field("Whether the executable is signed.")] public string? ServiceSignatureExists { get; init; }
    [Field("Whether the executable's signature holds.")] public string? ServiceSignatureVerified { get; init; }
    [Field("disabled, manual, auto.")] public string StartMode { get; init; } = "unknown";
    [Field("critical, started, stopped, warning, installed.")] public string Status { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Whom it runs as.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
