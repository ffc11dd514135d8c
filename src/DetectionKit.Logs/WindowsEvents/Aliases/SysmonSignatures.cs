using System.Collections.Frozen;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>What Sysmon's events are called (Sysmon's manual page).</summary>
internal static class SysmonSignatures
{
    private static readonly FrozenDictionary<long, Value> ById = new Dictionary<long, string>
    {
        [1] = "Process Create",
        [2] = "File creation time changed",
        [3] = "Network connection",
        [4] = "Sysmon service state changed",
        [5] = "Process terminated",
        [6] = "Driver loaded",
        [7] = "Image loaded",
        [8] = "CreateRemoteThread",
        [9] = "RawAccessRead",
        [10] = "ProcessAccess",
        [11] = "FileCreate",
        [12] = "Registry object added or deleted",
        [13] = "Registry value set",
        [14] = "Registry object renamed",
        [15] = "FileCreateStreamHash",
        [16] = "Sysmon config state changed",
        [17] = "Pipe Created",
        [18] = "Pipe Connected",
        [19] = "WmiEventFilter activity detected",
        [20] = "WmiEventConsumer activity detected",
        [21] = "WmiEventConsumerToFilter activity detected",
        [22] = "DNS query",
        [23] = "File Delete archived",
        [24] = "Clipboard changed",
        [25] = "Process Tampering",
        [26] = "File Delete logged",
        [27] = "File Block Executable",
        [28] = "File Block Shredding",
        [29] = "File Executable Detected",
        [255] = "Error report",
    }.ToFrozenDictionary(pair => pair.Key, pair => Value.Of(pair.Value));

    /// <summary>The event's name; absent for an unknown number.</summary>
    public static Value Of(Value id) => id.TryGetInteger(out var number) && ById.TryGetValue(number, out var name) ? name : Value.Null;
}
