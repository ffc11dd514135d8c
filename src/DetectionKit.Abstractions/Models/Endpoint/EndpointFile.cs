using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Endpoint;

/// <summary>One act on a file, as CIM's Endpoint data model describes it (dataset Filesystem). Immutable.</summary>
public sealed class EndpointFile : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<EndpointFile> Model { get; } = new("Endpoint", "Filesystem", "CIM: Endpoint")
    {
        Assets = ["dest"],
        Identities = ["user"],
        AssetFlags = true,
    };

    [Field("What was done: acl_modified, created, deleted, modified, read.")] public string Action { get; init; } = "unknown";
    [Field("Where the file is: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("When the file was last read.")] public string? FileAccessTime { get; init; }
    [Field("Who may do what with the file.")] public string FileAcl { get; init; } = "unknown";
    [Field("When the file was made.")] public string? FileCreateTime { get; init; }
    [Field("The file's digests.")] public string FileHash { get; init; } = "unknown";
    [Field("When the file was last written.")] public string? FileModifyTime { get; init; }
    [Field("The file's name.")] public string FileName { get; init; } = "unknown";
    [Field("The file's path.")] public string FilePath { get; init; } = "unknown";
    [Field("The file's size in kilobytes.")] public long? FileSize { get; init; }
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
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Who did it.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
