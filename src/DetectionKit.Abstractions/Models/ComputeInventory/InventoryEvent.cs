using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.ComputeInventory;

/// <summary>One thing of an inventory, as CIM's Compute_Inventory data model describes it (dataset All_Inventory). Immutable.</summary>
public sealed class InventoryEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<InventoryEvent> Model { get; } = new("Compute_Inventory", "All_Inventory", "CIM: Inventory")
    {
        Assets = ["dest"],
        Identities = ["user"],
        AssetFlags = true,
        Children =
        [
            new("CPU", "tag", "cpu"),
            new("Memory", "tag", "memory"),
            new("Network", "tag", "network"),
            new("Storage", "tag", "storage"),
            new("OS", "tag", "system"),
            new("User", "tag", "user"),
            new("User.Cleartext_Passwords", "tag", "cleartext"),
            new("User.Default_Accounts", "tag", "default"),
            new("Virtual_OS", "tag", "virtual"),
            new("Virtual_OS.Snapshot", "tag", "snapshot"),
        ],
    };

    [Field("What it is, in words.")] public string? Description { get; init; }
    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("Whether it can be used.")] public string? Enabled { get; init; }
    [Field("The family.")] public string? Family { get; init; }
    [Field("The hypervisor.")] public string? HypervisorId { get; init; }
    [Field("The serial number.")] public string? Serial { get; init; }
    [Field("success, failure.")] public string? Status { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
    [Field("The version.")] public string? Version { get; init; }
    [Field("Cores.")] public long? CpuCores { get; init; }
    [Field("Processors.")] public long? CpuCount { get; init; }
    [Field("Megahertz.")] public double? CpuMhz { get; init; }
    [Field("Megabytes of memory.")] public double? Mem { get; init; }
    [Field("The resolver.")] public string? Dns { get; init; }
    [Field("The translation.")] public string? InlineNat { get; init; }
    [Field("The interfaces.")] public Value Interface { get; init; }
    [Field("The addresses.")] public Value Ip { get; init; }
    [Field("How load is spread.")] public string? LbMethod { get; init; }
    [Field("The hardware address.")] public string? Mac { get; init; }
    [Field("The name.")] public string? Name { get; init; }
    [Field("The node.")] public string? Node { get; init; }
    [Field("The node's port.")] public string? NodePort { get; init; }
    [Field("The source.")] public string? SrcIp { get; init; }
    [Field("The virtual port.")] public string? VipPort { get; init; }
    [Field("The operating system.")] public string? Os { get; init; }
    [Field("The array.")] public string? Array { get; init; }
    [Field("Bytes of a block.")] public long? Blocksize { get; init; }
    [Field("The cluster.")] public string? Cluster { get; init; }
    [Field("Files that may be open.")] public long? FdMax { get; init; }
    [Field("Milliseconds of latency.")] public double? Latency { get; init; }
    [Field("Where it is mounted.")] public string? Mount { get; init; }
    [Field("What it is a part of.")] public string? Parent { get; init; }
    [Field("Megabytes of storage.")] public double? Storage { get; init; }
    [Field("Whether it logs on.")] public string? Interactive { get; init; }
    [Field("The stored password.")] public string? Password { get; init; }
    [Field("The shell.")] public string? Shell { get; init; }
    [Field("The user that it is about.")] public string? User { get; init; }
    [Field("The user's identifier.")] public string? UserId { get; init; }
    [Field("The hypervisor's name.")] public string? Hypervisor { get; init; }
    [Field("Bytes.")] public long? Size { get; init; }
    [Field("The snapshot.")] public string? Snapshot { get; init; }
}
