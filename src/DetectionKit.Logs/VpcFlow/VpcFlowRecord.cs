using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.VpcFlow;

/// <summary>A flow that crossed an interface, under the add-on's names. A record without data (<c>NODATA</c>, <c>SKIPDATA</c>) is no traffic.</summary>
internal sealed class VpcFlowRecord : RecordKind
{
    // Where the add-on's name is not AWS' own with underscores.
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["srcaddr"] = "src_ip",
        ["dstaddr"] = "dest_ip",
        ["srcport"] = "src_port",
        ["dstport"] = "dest_port",
        ["protocol"] = "protocol_code",
        ["start"] = "start_time",
        ["end"] = "end_time",
        ["action"] = "vpcflow_action",
        ["type"] = "protocol_version_name",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // IANA's protocol numbers.
    private static readonly FrozenDictionary<string, string> Transports = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["1"] = "icmp",
        ["2"] = "igmp",
        ["4"] = "ipip",
        ["6"] = "tcp",
        ["17"] = "udp",
        ["41"] = "ipv6",
        ["47"] = "gre",
        ["50"] = "esp",
        ["51"] = "ah",
        ["58"] = "icmp6",
        ["132"] = "sctp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // IANA's names of them in full.
    private static readonly FrozenDictionary<string, string> FullNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["1"] = "Internet Control Message",
        ["2"] = "Internet Group Management",
        ["4"] = "IPv4 encapsulation",
        ["6"] = "Transmission Control",
        ["17"] = "User Datagram",
        ["41"] = "IPv6 encapsulation",
        ["47"] = "Generic Routing Encapsulation",
        ["50"] = "Encap Security Payload",
        ["51"] = "Authentication Header",
        ["58"] = "ICMP for IPv6",
        ["132"] = "Stream Control Transmission Protocol",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool GivesRawEventsModelFields => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["aws:cloudwatchlogs:vpcflow", "aws:vpcflow"];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } =
    [
        new("src", "src_ip"), new("dest", "dest_ip"), new("dvc", "interface_id"), new("aws_account_id", "account_id"), new("vendor_account", "account_id"), new("user_id", "account_id"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkTraffic>(
            NetworkTraffic.Model,
            [
                .. Ends.OfTraffic,
                FieldMap.Of("action", "action"),
                FieldMap.Of("bytes", "bytes"),
                FieldMap.Of("direction", value => Value.Of(value.ToText() switch { "ingress" => "inbound", "egress" => "outbound", var other => other }), "flow_direction"),
                FieldMap.Of("duration", "duration"),
                FieldMap.Of("dvc", "interface_id"),
                FieldMap.Of("packets", "packets"),
                FieldMap.Of("tcp_flag", "tcp_flags"),
                FieldMap.Of("vendor_account", "account_id"),
                FieldMap.Constant("vendor_product", "Amazon VPC flow logs"),
            ]) { When = record => record.Has("src_ip") },
    ];

    /// <summary>The add-on's names of columns.</summary>
    /// <param name="columns">AWS' names.</param>
    public static string[] Names(IEnumerable<string> columns) => [.. columns.Select(column => Renamed.GetValueOrDefault(column) ?? column.Replace('-', '_'))];

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (TimeText.TryRead(record["start_time"], out var time))
            record.Time ??= time;
        if (record["protocol_code"] is { IsNull: false } code)
        {
            record.Set("transport", Value.Of(Transports.GetValueOrDefault(code.ToText()) ?? code.ToText()));
            record.Set("protocol_full_name", Value.Of(FullNames.GetValueOrDefault(code.ToText())));
        }

        if (record["start_time"].TryGetInteger(out var start) && record["end_time"].TryGetInteger(out var end) && end >= start && start >= 0)
            record.Set("duration", Value.Of(end - start));
        if (record["vpcflow_action"] is { IsNull: false } action)
            record.Set("action", Value.Of(action.ToText() switch { "ACCEPT" => "allowed", "REJECT" => "blocked", var other => other }));
    }
}
