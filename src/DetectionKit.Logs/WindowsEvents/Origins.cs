using System.Collections.Frozen;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>Gives an event the time, <c>host</c> and <c>source</c> that the add-ons give.</summary>
internal static class Origins
{
    private const string LinuxSysmon = "Linux-Sysmon";

    // Channels whose events Splunk's content reads in rendered form only, so that their source has the name of that form.
    private static readonly FrozenSet<string> Rendered = FrozenSet.ToFrozenSet(
        [
            "Microsoft-Windows-Windows Defender/Operational", "Microsoft-Windows-PrintService/Admin", "Microsoft-Windows-PrintService/Operational",
            "Microsoft-Windows-TaskScheduler/Operational", "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational",
            "Microsoft-Windows-WMI-Activity/Operational",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets what the record does not say yet.</summary>
    public static void Set(LogRecord record)
    {
        if (record.Time is null && TimeText.TryRead(record["SystemTime"], out var time))
            record.Time = time;
        record.Host ??= record.TextOf("Computer");
        if (record.TextOf("Channel") is not { } channel)
            return;
        if (IsLinuxSysmon(record))
        {
            record.Source ??= $"Syslog:{LinuxSysmon}/Operational";
            record.SourceType ??= "sysmon:linux";
            return;
        }

        var rendered = IsRendered(record) || Rendered.Contains(channel);
        record.Source ??= SourceOf(channel, rendered);
        if (IsRendered(record))
            record.SourceType ??= WindowsEventKind.TextSourceType;
    }

    /// <summary>Whether the event is Sysmon's, on whatever system.</summary>
    public static bool IsSysmon(LogRecord record) => record.TextOf("Provider_Name") is "Microsoft-Windows-Sysmon" or LinuxSysmon;

    /// <summary>Whether the event is that of Sysmon for Linux.</summary>
    public static bool IsLinuxSysmon(LogRecord record) => record.TextOf("Provider_Name") is LinuxSysmon;

    private static bool IsRendered(LogRecord record) => record.Has("LogName");

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(string Channel, bool Rendered), string> Sources = new();

    // One text for all events of a channel; channels are few, and a log that names too many gets its texts made anew.
    private static string SourceOf(string channel, bool rendered)
    {
        if (Sources.TryGetValue((channel, rendered), out var known))
            return known;
        var source = (rendered ? "WinEventLog:" : "XmlWinEventLog:") + channel;
        if (Sources.Count < 4096)
            Sources.TryAdd((channel, rendered), source);
        return source;
    }
}
