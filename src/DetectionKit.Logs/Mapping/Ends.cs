using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Mapping;

/// <summary>What every record of traffic says alike once its ends are called <c>src_ip dest_ip src_port dest_port</c> and its transport <c>transport</c>.</summary>
internal static class Ends
{
    /// <summary>The lines for the ends of All_Traffic; ICMP has no ports.</summary>
    public static ImmutableArray<FieldMap> OfTraffic { get; } =
    [
        FieldMap.Of("dest", "dest", "dest_ip"),
        FieldMap.Of("dest_ip", "dest_ip"),
        new("dest_port", ["dest_port"], record => IsIcmp(record) ? default : record["dest_port"]),
        FieldMap.Of("protocol", value => Value.Of(IsVersion6(value) ? "ipv6" : "ip"), "src_ip", "dest_ip"),
        FieldMap.Of("protocol_version", value => Value.Of(IsVersion6(value) ? "6" : "4"), "src_ip", "dest_ip"),
        FieldMap.Of("src", "src", "src_ip"),
        FieldMap.Of("src_ip", "src_ip"),
        new("src_port", ["src_port"], record => IsIcmp(record) ? default : record["src_port"]),
        FieldMap.Of("transport", Lower, "transport"),
    ];

    /// <summary>The lines for the ends of other models.</summary>
    public static ImmutableArray<FieldMap> OfOthers { get; } =
        [FieldMap.Of("dest", "dest", "dest_ip"), FieldMap.Of("dest_port", "dest_port"), FieldMap.Of("src", "src", "src_ip")];

    /// <summary>The line for <c>direction</c>, where the addresses tell it.</summary>
    public static FieldMap Direction { get; } = new("direction", ["src_ip", "dest_ip"], DirectionOf);

    /// <summary>Whether the transport is ICMP, of either version.</summary>
    /// <param name="record">The record.</param>
    public static bool IsIcmp(LogRecord record) => record["transport"].ToText().StartsWith("icmp", StringComparison.OrdinalIgnoreCase) || record["transport"].ToText() is "ipv6-icmp" or "IPv6-ICMP";

    /// <summary>By the addresses: <c>outbound</c>, <c>inbound</c>, or absent.</summary>
    /// <param name="record">The record.</param>
    public static Value DirectionOf(LogRecord record) =>
        IpAddress.TryParse(record["src_ip"].ToText(), out var source) && IpAddress.TryParse(record["dest_ip"].ToText(), out var destination)
            ? Value.Of(Inside.Direction(source, destination))
            : default;

    /// <summary>In lower case.</summary>
    /// <param name="text">Text.</param>
    public static Value Lower(Value text) => Value.Of(text.ToText().ToLowerInvariant());

    /// <summary>In upper case.</summary>
    /// <param name="text">Text.</param>
    public static Value Upper(Value text) => Value.Of(text.ToText().ToUpperInvariant());

    /// <summary>How many characters it has.</summary>
    /// <param name="text">Text.</param>
    public static Value Length(Value text) => Value.Of(text.ToText().Length);

    /// <summary>The first of several values.</summary>
    /// <param name="values">One or more.</param>
    public static Value First(Value values) => values.Items[0];

    /// <summary>Seconds as milliseconds.</summary>
    /// <param name="seconds">Seconds.</param>
    public static Value Milliseconds(Value seconds) => seconds.TryGetNumber(out var number) && number is >= 0 and < 1e12 ? Value.Of((long)Math.Round(number * 1000)) : default;

    private static bool IsVersion6(Value address) => address.ToText().Contains(':', StringComparison.Ordinal);
}
