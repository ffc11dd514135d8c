using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.ApplicationState;

/// <summary>The state of one program, as CIM's older Application_State data model describes it (dataset All_Application_State). Immutable.</summary>
public sealed class ApplicationState : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<ApplicationState> Model { get; } = new("Application_State", "All_Application_State", "CIM: Application State (deprecated)")
    {
        Assets = ["dest"],
        Identities = ["user"],
        AssetFlags = true,
        Children =
        [
            new("Ports", "tag", "port"),
            new("Processes", "tag", "process"),
            new("Services", "tag", "service"),
        ],
    };

    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The process.")] public string Process { get; init; } = "unknown";
    [Field("The executable's file name.")] public string? ProcessName { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
    [Field("Megahertz in use.")] public double? CpuLoadMhz { get; init; }
    [Field("Share of the processor in use.")] public double? CpuLoadPercent { get; init; }
    [Field("Seconds of processor time.")] public double? CpuTime { get; init; }
    [Field("Bytes of memory.")] public double? MemUsed { get; init; }
    [Field("Ports: the port.")] public string? Port { get; init; }
    [Field("The transport: tcp, udp.")] public string? Transport { get; init; }
    [Field("Ports: transport and port.")] public string? TransportDestPort { get; init; }
    [Field("The target's port.")] public long? DestPort { get; init; }
    [Field("Services: the name.")] public string? Service { get; init; }
    [Field("Services: the identifier.")] public string? ServiceId { get; init; }
    [Field("Services: how it starts.")] public string? StartMode { get; init; }
    [Field("success, failure.")] public string? Status { get; init; }
    [Field("The parent's whole command line.")] public string? ParentProcess { get; init; }
    [Field("The operating system's number of the process.")] public string? ProcessId { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
