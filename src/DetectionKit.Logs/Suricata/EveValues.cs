using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Suricata;

/// <summary>EVE's values in CIM's words.</summary>
internal static class EveValues
{
    /// <summary>The protocol, under Suricata's name; absent where it found none.</summary>
    /// <param name="app">EVE's <c>app_proto</c>.</param>
    public static Value App(Value app) => app.ToText() is "" or "failed" or "unknown" ? default : app;

    /// <summary>Priority 1 is the highest (user guide, "Priority").</summary>
    /// <param name="priority">EVE's <c>alert.severity</c>.</param>
    public static Value Severity(Value priority) => Value.Of(priority.ToText() switch { "1" => "high", "2" => "medium", "3" => "low", _ => "informational" });

    /// <summary>Epoch seconds.</summary>
    /// <param name="time">A time.</param>
    public static Value Epoch(Value time) => TimeText.TryRead(time, out var moment) ? Value.Of((long)moment.Seconds) : default;

    /// <summary>What a DHCP message does to a session.</summary>
    /// <param name="message">EVE's <c>dhcp.dhcp_type</c>.</param>
    public static Value LeaseAction(Value message) => message.ToText() switch
    {
        "ack" => Value.Of("added"),
        "nak" or "nack" or "decline" => Value.Of("blocked"),
        "release" => Value.Of("removed"),
        _ => default,
    };

    /// <summary>In lower case, ICMP of either version under its own name.</summary>
    /// <param name="protocol">EVE's <c>proto</c>.</param>
    public static string Transport(string protocol) => protocol switch { "IPv6-ICMP" => "icmp6", _ => protocol.ToLowerInvariant() };

    /// <summary>Whether a DNS record is an answer (<c>answer</c>; from version 8 <c>response</c>).</summary>
    /// <param name="record">The record.</param>
    public static bool IsAnswer(LogRecord record) => record["dns.type"].ToText() is "answer" or "response";

    /// <summary>Whether the record's ends are the packet's, not the flow's: older versions write answers so.</summary>
    /// <param name="record">The record.</param>
    public static bool IsTurned(LogRecord record) =>
        IsAnswer(record) && record["src_port"].ToText() is ("53" or "5353" or "5355") && record["dest_port"].ToText() is not ("53" or "5353" or "5355");

    /// <summary>Turns the ends round.</summary>
    /// <param name="record">The record.</param>
    public static void Turn(LogRecord record)
    {
        var (address, port) = (record["src_ip"], record["src_port"]);
        record.Set("src_ip", record["dest_ip"]);
        record.Set("src_port", record["dest_port"]);
        record.Set("dest_ip", address);
        record.Set("dest_port", port);
    }
}
