using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Endpoint;

/// <summary>One process that started, as CIM's Endpoint data model describes it (dataset Processes). Immutable.</summary>
public sealed class EndpointProcess : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<EndpointProcess> Model { get; } = new("Endpoint", "Processes", "CIM: Endpoint")
    {
        Assets = ["dest"],
        Identities = ["user"],
        AssetFlags = true,
    };

    [Field("What the endpoint did about it: allowed, blocked.")] public string? Action { get; init; }
    [Field("The share of a processor that it uses.")] public double? CpuLoadPercent { get; init; }
    [Field("Where it ran: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The file that was loaded.")] public string LoadedFile { get; init; } = "unknown";
    [Field("Bytes of memory that it uses.")] public long? MemUsed { get; init; }
    [Field("The name that the executable was built under.")] public string OriginalFileName { get; init; } = "unknown";
    [Field("The operating system.")] public string? Os { get; init; }
    [Field("The parent's whole command line.")] public string ParentProcess { get; init; } = "unknown";
    [Field("The parent's executable's file name, as the system names it.")] public string? ParentProcessExec { get; init; }
    [Field("The recorder's own identifier of the parent.")] public string? ParentProcessGuid { get; init; }
    [Field("Digests of the parent's executable.")] public Value ParentProcessHash { get; init; }
    [Field("The operating system's number of the parent.")] public long? ParentProcessId { get; init; }
    [Field("The parent's executable's file name.")] public string ParentProcessName { get; init; } = "unknown";
    [Field("The parent's executable's path.")] public string? ParentProcessPath { get; init; }
    [Field("The user of the parent.")] public string ParentUser { get; init; } = "unknown";
    [Field("The whole command line.")] public string Process { get; init; } = "unknown";
    [Field("The folder that it started in.")] public string? ProcessCurrentDirectory { get; init; }
    [Field("The executable's file name, as the system names it.")] public string? ProcessExec { get; init; }
    [Field("The recorder's own identifier of the process.")] public string? ProcessGuid { get; init; }
    [Field("Digests of the executable.")] public Value ProcessHash { get; init; }
    [Field("The operating system's number of the process.")] public long? ProcessId { get; init; }
    [Field("system, high, medium, low, untrusted.")] public string? ProcessIntegrityLevel { get; init; }
    [Field("The executable's file name.")] public string ProcessName { get; init; } = "unknown";
    [Field("The executable's path.")] public string? ProcessPath { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Who started it.")] public string User { get; init; } = "unknown";
    [Field("The user's identifier.")] public string? UserId { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
