using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Endpoint;

/// <summary>One act on the Windows registry, as CIM's Endpoint data model describes it (dataset Registry). Immutable.</summary>
public sealed class EndpointRegistry : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<EndpointRegistry> Model { get; } = new("Endpoint", "Registry", "CIM: Endpoint")
    {
        Assets = ["dest"],
        Identities = ["user"],
        AssetFlags = true,
    };

    [Field("What was done: created, deleted, modified, read.")] public string Action { get; init; } = "unknown";
    [Field("Where the registry is: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The executable or module of the acting process.")] public string? Image { get; init; }
    [Field("The parent's whole command line.")] public string ParentProcess { get; init; } = "unknown";
    [Field("The parent's executable's file name, as the system names it.")] public string? ParentProcessExec { get; init; }
    [Field("The recorder's own identifier of the parent.")] public string? ParentProcessGuid { get; init; }
    [Field("Digests of the parent's executable.")] public Value ParentProcessHash { get; init; }
    [Field("The operating system's number of the parent.")] public long? ParentProcessId { get; init; }
    [Field("The parent's executable's file name.")] public string ParentProcessName { get; init; } = "unknown";
    [Field("The parent's executable's path.")] public string? ParentProcessPath { get; init; }
    [Field("The whole command line.")] public string Process { get; init; } = "unknown";
    [Field("The executable's file name, as the system names it.")] public string? ProcessExec { get; init; }
    [Field("The recorder's own identifier of the process.")] public string? ProcessGuid { get; init; }
    [Field("Digests of the executable.")] public Value ProcessHash { get; init; }
    [Field("The operating system's number of the process.")] public string? ProcessId { get; init; }
    [Field("The executable's file name.")] public string ProcessName { get; init; } = "unknown";
    [Field("The executable's path.")] public string? ProcessPath { get; init; }
    [Field("The hive: HKEY_LOCAL_MACHINE\\\\Software.")] public string? RegistryHive { get; init; }
    [Field("The key's name.")] public string RegistryKeyName { get; init; } = "unknown";
    [Field("The path of the key or value.")] public string RegistryPath { get; init; } = "unknown";
    [Field("The value as it is.")] public string RegistryValueData { get; init; } = "unknown";
    [Field("The value's name.")] public string RegistryValueName { get; init; } = "unknown";
    [Field("The value in words.")] public string? RegistryValueText { get; init; }
    [Field("The value's type: REG_SZ, REG_DWORD.")] public string RegistryValueType { get; init; } = "unknown";
    [Field("success, failure.")] public string? Status { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Who did it.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
