using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.Endpoint;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.CrowdStrike;

/// <summary>Sensors' events in CIM: processes, files, registry, connections, resolutions, logons.</summary>
internal static class SensorMaps
{
    private static readonly ImmutableArray<FieldMap> Everywhere = [Of("dest", "dest"), Of("user", "user"), Of("vendor_product", "vendor_product")];

    private static readonly FieldMap Actor = Of("process_guid", "ContextProcessId");

    /// <summary>The tables.</summary>
    public static ImmutableArray<ModelMap> All { get; } =
    [
        new ModelMap<EndpointProcess>(
            EndpointProcess.Model,
            [
                .. Everywhere,
                .. Same(
                    "action", "original_file_name", "os", "parent_process", "parent_process_exec", "parent_process_guid", "parent_process_id", "parent_process_name", "parent_process_path", "process",
                    "process_exec", "process_guid", "process_hash", "process_id", "process_integrity_level", "process_name", "process_path", "user_id"),
            ]) { When = SensorRecord.IsProcess },
        new ModelMap<EndpointFile>(
            EndpointFile.Model,
            [
                .. Everywhere, Actor, Constant("action", "created"), Of("file_path", "TargetFileName"), Of("file_name", PathText.FileName, "TargetFileName"),
                Of("file_hash", "SHA256HashData", "MD5HashData"), Of("file_size", "Size"),
            ]) { When = record => record.Has("TargetFileName") && record["event_simpleName"].ToText().EndsWith("Written", StringComparison.Ordinal) },
        new ModelMap<EndpointFile>(
            EndpointFile.Model, [.. Everywhere, Actor, Constant("action", "deleted"), Of("file_path", "TargetFileName"), Of("file_name", PathText.FileName, "TargetFileName")])
        {
            When = record => record["event_simpleName"].ToText() is "FileDeleted" or "ExecutableDeleted",
        },
        new ModelMap<EndpointRegistry>(
            EndpointRegistry.Model,
            [
                .. Everywhere, Actor, Constant("action", "modified"), Of("registry_key_name", "RegObjectName"), Of("registry_value_name", "RegValueName"),
                Of("registry_value_data", "RegStringValue", "RegNumericValue", "RegBinaryValue"), new("registry_path", ["RegObjectName", "RegValueName"], RegistryPath),
            ]) { When = record => record.Has("RegObjectName") && record["event_simpleName"].ToText().EndsWith("Update", StringComparison.Ordinal) },
        new ModelMap<NetworkTraffic>(
            NetworkTraffic.Model,
            [
                Constant("action", "allowed"), Of("dvc", "dest"), Of("user", "user"), Of("vendor_product", "vendor_product"),
                new("src", ["LocalAddressIP4", "LocalAddressIP6"], record => End(record, isSource: true, "Address")), new("src_ip", ["LocalAddressIP4", "LocalAddressIP6"], record => End(record, isSource: true, "Address")),
                new("dest", ["RemoteAddressIP4", "RemoteAddressIP6"], record => End(record, isSource: false, "Address")),
                new("dest_ip", ["RemoteAddressIP4", "RemoteAddressIP6"], record => End(record, isSource: false, "Address")),
                new("src_port", ["LocalPort"], record => End(record, isSource: true, "Port")), new("dest_port", ["RemotePort"], record => End(record, isSource: false, "Port")),
                Of("transport", Transport, "Protocol"), Of("direction", value => Value.Of(value.ToText() is "1" ? "inbound" : "outbound"), "ConnectionDirection"),
            ]) { When = record => record["event_simpleName"].ToText() is "NetworkConnectIP4" or "NetworkConnectIP6" or "NetworkReceiveAcceptIP4" or "NetworkReceiveAcceptIP6" },
        new ModelMap<NetworkResolution>(
            NetworkResolution.Model, [Of("src", "dest"), Of("query", "DomainName"), Of("answer", "IP4Records", "IP6Records", "CNAMERecords"), Constant("message_type", "Query"), Of("vendor_product", "vendor_product")])
        {
            When = record => record["event_simpleName"].ToText() is "DnsRequest" && record.Has("DomainName"),
        },
        new ModelMap<AuthenticationEvent>(
            AuthenticationEvent.Model,
            [.. Everywhere, new("action", ["event_simpleName"], Logon), Of("app", "os"), Of("src", "RemoteAddressIP4", "RemoteAddressIP6", "RemoteIP"), Of("user_id", "user_id"), Of("dest_nt_domain", "LogonDomain"), Of("signature", "event_simpleName")])
        {
            When = record => record["event_simpleName"].ToText() is "UserLogon" or "UserLogonFailed" or "UserLogonFailed2",
        },
    ];

    private static Value Logon(LogRecord record) => Value.Of(record["event_simpleName"].ToText() is "UserLogon" ? "success" : "failure");

    private static Value RegistryPath(LogRecord record) => record.TextOf("RegValueName") is { } value ? Value.Of(record["RegObjectName"].ToText() + "\\" + value) : record["RegObjectName"];

    // The sensor says its own end first, whoever began.
    private static Value End(LogRecord record, bool isSource, string what)
    {
        var side = record["ConnectionDirection"].ToText() is "1" == isSource ? "Remote" : "Local";
        return what is "Port" ? record[side + "Port"] : record[side + "AddressIP4"] is { IsNull: false } address ? address : record[side + "AddressIP6"];
    }

    // IANA's protocol numbers.
    private static Value Transport(Value protocol) => protocol.ToText() switch
    {
        "1" or "58" => Value.Of("icmp"),
        "6" => Value.Of("tcp"),
        "17" => Value.Of("udp"),
        _ => protocol,
    };
}
