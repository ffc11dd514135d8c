using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>An event that comes out of an index: fields alone, no parts of the event log's own form. Its <c>source</c> or <c>sourcetype</c> names the channel.</summary>
internal static class IndexedEvent
{
    private const string Prefix = "WinEventLog:";
    private const string LinuxSysmon = "Linux-Sysmon";
    private const string Operational = "/Operational";

    /// <summary>Says the channel, and the provider where that is the same for all its events, as far as the record does not.</summary>
    /// <param name="record">The record.</param>
    public static void Complete(LogRecord record)
    {
        if (record.Has("Channel") || record.Has("LogName") || (ChannelOf(record.Source) ?? ChannelOf(record.SourceType)) is not { } channel)
            return;
        record.Set("Channel", Value.Of(channel));
        if (!record.Has("Provider_Name") && channel.EndsWith(Operational, StringComparison.OrdinalIgnoreCase))
            record.Set("Provider_Name", Value.Of(channel[..^Operational.Length]));
    }

    // XmlWinEventLog:Microsoft-Windows-Sysmon/Operational, Syslog:Linux-Sysmon/Operational
    private static string? ChannelOf(string? source)
    {
        if (source is null)
            return null;
        if (source.EndsWith(LinuxSysmon + Operational, StringComparison.OrdinalIgnoreCase))
            return LinuxSysmon + Operational;
        var at = source.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        return at < 0 || at + Prefix.Length == source.Length ? null : source[(at + Prefix.Length)..];
    }
}
