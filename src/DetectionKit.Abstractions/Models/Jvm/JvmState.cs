using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Jvm;

/// <summary>The state of one Java virtual machine, as CIM's JVM data model describes it (dataset JVM). Immutable.</summary>
public sealed class JvmState : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<JvmState> Model { get; } = new("JVM", "JVM", "CIM: Java Virtual Machines")
    {
        Children =
        [
            new("Threading", "tag", "threading"),
            new("Runtime", "tag", "runtime"),
            new("OS", "tag", "os"),
            new("Compilation", "tag", "compilation"),
            new("Classloading", "tag", "classloading"),
            new("Memory", "tag", "memory"),
        ],
    };

    [Field("Threading: whether contention is watched.")] public string? CmEnabled { get; init; }
    [Field("Threading: whether contention can be watched.")] public string? CmSupported { get; init; }
    [Field("OS: bytes.")] public long? CommittedMemory { get; init; }
    [Field("Compilation: milliseconds spent.")] public double? CompilationTime { get; init; }
    [Field("OS: processor time of the process.")] public double? CpuTime { get; init; }
    [Field("Threading: whether processor time is counted.")] public string? CpuTimeEnabled { get; init; }
    [Field("Threading: whether processor time can be counted.")] public string? CpuTimeSupported { get; init; }
    [Field("Threading: processor time.")] public double? CurrentCpuTime { get; init; }
    [Field("Classloading: classes.")] public long? CurrentLoaded { get; init; }
    [Field("Threading: user time.")] public double? CurrentUserTime { get; init; }
    [Field("Threading: threads.")] public long? DaemonThreadCount { get; init; }
    [Field("OS: bytes.")] public long? FreePhysicalMemory { get; init; }
    [Field("OS: bytes.")] public long? FreeSwap { get; init; }
    [Field("Memory: bytes.")] public long? HeapCommitted { get; init; }
    [Field("Memory: bytes.")] public long? HeapInitial { get; init; }
    [Field("Memory: bytes.")] public long? HeapMax { get; init; }
    [Field("Memory: bytes.")] public long? HeapUsed { get; init; }
    [Field("The machine, as it calls itself.")] public string JvmDescription { get; init; } = "unknown";
    [Field("OS: file descriptors.")] public long? MaxFileDescriptors { get; init; }
    [Field("Memory: bytes.")] public long? NonHeapCommitted { get; init; }
    [Field("Memory: bytes.")] public long? NonHeapInitial { get; init; }
    [Field("Memory: bytes.")] public long? NonHeapMax { get; init; }
    [Field("Memory: bytes.")] public long? NonHeapUsed { get; init; }
    [Field("Memory: objects that wait for their finalizer.")] public long? ObjectsPending { get; init; }
    [Field("Threading: whether the use of monitors can be watched.")] public string? OmuSupported { get; init; }
    [Field("OS: file descriptors.")] public long? OpenFileDescriptors { get; init; }
    [Field("OS: its name.")] public string? Os { get; init; }
    [Field("OS: for which processor.")] public string? OsArchitecture { get; init; }
    [Field("OS: its version.")] public string? OsVersion { get; init; }
    [Field("Threading: threads.")] public long? PeakThreadCount { get; init; }
    [Field("OS: bytes.")] public long? PhysicalMemory { get; init; }
    [Field("Runtime: the process.")] public string? ProcessName { get; init; }
    [Field("Runtime: since when.")] public string? StartTime { get; init; }
    [Field("OS: bytes.")] public long? SwapSpace { get; init; }
    [Field("Threading: whether the use of synchronizers can be watched.")] public string? SynchSupported { get; init; }
    [Field("OS: the load.")] public double? SystemLoad { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Threading: threads.")] public long? ThreadCount { get; init; }
    [Field("Threading: threads.")] public long? ThreadsStarted { get; init; }
    [Field("Classloading: classes.")] public long? TotalLoaded { get; init; }
    [Field("OS: processors.")] public long? TotalProcessors { get; init; }
    [Field("Classloading: classes.")] public long? TotalUnloaded { get; init; }
    [Field("Runtime: seconds since then.")] public double? Uptime { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
    [Field("Runtime: the version.")] public string? Version { get; init; }
}
