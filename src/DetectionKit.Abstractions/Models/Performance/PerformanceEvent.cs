using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Performance;

/// <summary>One measurement of a machine, as CIM's Performance data model describes it (dataset All_Performance). Immutable.</summary>
public sealed class PerformanceEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<PerformanceEvent> Model { get; } = new("Performance", "All_Performance", "CIM: Performance")
    {
        Assets = ["dest"],
        AssetFlags = true,
        Children =
        [
            new("CPU", "tag", "cpu"),
            new("Facilities", "tag", "facilities"),
            new("Memory", "tag", "memory"),
            new("Storage", "tag", "storage"),
            new("Network", "tag", "network"),
            new("OS", "tag", "os"),
            new("OS.Timesync", "tag", "time"),
            new("OS.Uptime", "tag", "uptime"),
        ],
    };

    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The hypervisor.")] public string? HypervisorId { get; init; }
    [Field("The kind of resource.")] public string? ResourceType { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Megahertz in use.")] public double? CpuLoadMhz { get; init; }
    [Field("Share of the processor in use.")] public double? CpuLoadPercent { get; init; }
    [Field("Seconds of processor time.")] public double? CpuTime { get; init; }
    [Field("Share of the processor in programs.")] public double? CpuUserPercent { get; init; }
    [Field("Turns a minute.")] public double? FanSpeed { get; init; }
    [Field("Watts.")] public double? Power { get; init; }
    [Field("Degrees Celsius.")] public double? Temperature { get; init; }
    [Field("Megabytes of memory.")] public double? Mem { get; init; }
    [Field("Megabytes that are promised.")] public double? MemCommitted { get; init; }
    [Field("Megabytes that are free.")] public double? MemFree { get; init; }
    [Field("Megabytes that are used.")] public double? MemUsed { get; init; }
    [Field("Megabytes of swap.")] public double? Swap { get; init; }
    [Field("Megabytes of swap that are free.")] public double? SwapFree { get; init; }
    [Field("Megabytes of swap in use.")] public double? SwapSpaceUsed { get; init; }
    [Field("Megabytes of swap that are used.")] public double? SwapUsed { get; init; }
    [Field("The array.")] public string? Array { get; init; }
    [Field("Bytes of a block.")] public long? Blocksize { get; init; }
    [Field("The cluster.")] public string? Cluster { get; init; }
    [Field("Files that may be open.")] public long? FdMax { get; init; }
    [Field("Files that are open.")] public long? FdUsed { get; init; }
    [Field("Milliseconds of latency.")] public double? Latency { get; init; }
    [Field("Where it is mounted.")] public string? Mount { get; init; }
    [Field("What it is a part of.")] public string? Parent { get; init; }
    [Field("Blocks read.")] public long? ReadBlocks { get; init; }
    [Field("Milliseconds to read.")] public double? ReadLatency { get; init; }
    [Field("Reads.")] public long? ReadOps { get; init; }
    [Field("Megabytes of storage.")] public double? Storage { get; init; }
    [Field("Megabytes that are free there.")] public double? StorageFree { get; init; }
    [Field("Share that is free there.")] public double? StorageFreePercent { get; init; }
    [Field("Megabytes that are used there.")] public double? StorageUsed { get; init; }
    [Field("Share that is used there.")] public double? StorageUsedPercent { get; init; }
    [Field("Reads and writes.")] public long? TotalOps { get; init; }
    [Field("Blocks written.")] public long? WriteBlocks { get; init; }
    [Field("Milliseconds to write.")] public double? WriteLatency { get; init; }
    [Field("Writes.")] public long? WriteOps { get; init; }
    [Field("Bytes a second.")] public double? Thruput { get; init; }
    [Field("Bytes a second at most.")] public double? ThruputMax { get; init; }
    [Field("Packets.")] public long? Packets { get; init; }
    [Field("What was done.")] public string? Action { get; init; }
    [Field("The event by name.")] public string? Signature { get; init; }
    [Field("The operating system.")] public string? Os { get; init; }
    [Field("The kernel.")] public string? KernelVersion { get; init; }
    [Field("Seconds since it started.")] public double? Uptime { get; init; }
}
