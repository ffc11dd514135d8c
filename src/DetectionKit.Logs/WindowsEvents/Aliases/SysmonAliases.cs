using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>The names that the add-on for Sysmon gives, by event (the events' fields are Sysmon's schema 4.90).</summary>
internal static class SysmonAliases
{
    private static readonly FieldMap SignatureLine = new("signature", ["EventID"], record => SysmonSignatures.Of(record["EventID"]));

    private static readonly ImmutableArray<FieldMap> Every =
    [
        SignatureLine,
        Of("EventDescription", "signature"),
        Of("EventChannel", "Channel"),
        Of("RecordID", "EventRecordID"),
        Of("SecurityID", "UserID"),
        Of("TimeCreated", "SystemTime"),
        Of("user", Parts.User, "User", "SourceUser"),
        Constant("vendor_product", "Microsoft Sysmon"),
        new("os", ["Provider_Name"], record => Value.Of(Origins.IsLinuxSysmon(record) ? "Linux" : "Microsoft Windows")),
    ];

    private static readonly FieldMap Dest = Of("dest", "Computer");

    private static readonly ImmutableArray<FieldMap> Process =
    [
        Dest,
        Of("process_guid", "ProcessGuid"),
        Of("process_id", "ProcessId"),
        Of("process_path", "Image"),
        Of("process_name", PathText.FileName, "Image"),
        Of("process_exec", PathText.FileName, "Image"),
    ];

    private static readonly ImmutableArray<FieldMap> Hashes =
    [
        Of("process_hash", "Hashes"),
        Of("MD5", value => Parts.Hash(value, "MD5"), "Hashes", "Hash"),
        Of("SHA1", value => Parts.Hash(value, "SHA1"), "Hashes", "Hash"),
        Of("SHA256", value => Parts.Hash(value, "SHA256"), "Hashes", "Hash"),
        Of("IMPHASH", value => Parts.Hash(value, "IMPHASH"), "Hashes", "Hash"),
    ];

    private static readonly ImmutableArray<FieldMap> File =
    [
        .. Process,
        .. Hashes[1..],
        Of("file_path", "TargetFilename"),
        Of("file_name", PathText.FileName, "TargetFilename"),
        Of("file_create_time", "CreationUtcTime"),
        Of("file_hash", "Hashes", "Hash"),
        Constant("object_category", "file"),
    ];

    private static readonly ImmutableArray<FieldMap> Registry =
    [
        .. Process,
        Of("registry_path", "TargetObject"),
        Of("object_path", "TargetObject"),
        Of("registry_key_name", RegistryPath.Key, "TargetObject"),
        Of("registry_hive", RegistryPath.Hive, "TargetObject"),
        Of("registry_value_name", PathText.FileName, "TargetObject"),
        Constant("object_category", "registry"),
        Constant("status", "success"),
        Constant("severity_id", "4"),
    ];

    private static readonly ImmutableArray<FieldMap> Pipe = [.. Process, Of("pipe_name", "PipeName"), Constant("severity_id", "4")];

    // The source process acts: it is the parent; what is acted on is the process.
    private static readonly ImmutableArray<FieldMap> Injection =
    [
        Dest,
        Of("parent_process_guid", "SourceProcessGuid", "SourceProcessGUID"),
        Of("parent_process_id", "SourceProcessId"),
        Of("parent_process_path", "SourceImage"),
        Of("parent_process_name", PathText.FileName, "SourceImage"),
        Of("parent_process_exec", PathText.FileName, "SourceImage"),
        Of("process_guid", "TargetProcessGuid", "TargetProcessGUID"),
        Of("process_id", "TargetProcessId"),
        Of("process_path", "TargetImage"),
        Of("process_name", PathText.FileName, "TargetImage"),
        Of("process_exec", PathText.FileName, "TargetImage"),
    ];

    private static readonly ImmutableArray<FieldMap> Wmi =
    [
        Dest, Of("object", "Name", "Consumer"), Of("object_path", "EventNamespace", "Consumer", "Destination"), Of("user_name", Parts.User, "User"), Of("src", "Computer"),
        Constant("object_category", "wmi"), Constant("change_type", "wmi"), Constant("status", "success"), Constant("severity_id", "4"),
        new("action", ["Operation"], record => Value.Of(record.TextOf("Operation") switch { "Created" => "created", "Modified" => "modified", "Deleted" => "deleted", _ => null })),
    ];

    private static readonly FrozenDictionary<int, ImmutableArray<FieldMap>> ById = new Dictionary<int, ImmutableArray<FieldMap>>
    {
        [1] =
        [
            .. Process, .. Hashes, Constant("action", "allowed"), Of("process", "CommandLine"), Of("process_current_directory", "CurrentDirectory"),
            Of("process_integrity_level", "IntegrityLevel"), Of("original_file_name", "OriginalFileName"), Of("parent_process", "ParentCommandLine"),
            Of("parent_process_guid", "ParentProcessGuid"), Of("parent_process_id", "ParentProcessId"), Of("parent_process_path", "ParentImage"),
            Of("parent_process_name", PathText.FileName, "ParentImage"), Of("parent_process_exec", PathText.FileName, "ParentImage"), Of("parent_user", Parts.User, "ParentUser"),
        ],
        [2] = [.. File, Constant("action", "modified")],
        [3] =
        [
            Constant("action", "allowed"), Of("app", "Image"), Of("creation_time", "UtcTime"), Of("process_guid", "ProcessGuid"), Of("process_id", "ProcessId"),
            Of("process_path", "Image"), Of("process_name", PathText.FileName, "Image"), Of("process_exec", PathText.FileName, "Image"),
            Of("src_ip", "SourceIp"), Of("src_port", "SourcePort"), Of("src_host", Parts.Said, "SourceHostname"),
            new("src", ["SourceHostname", "SourceIp"], record => SaidOr(record, "SourceHostname", "SourceIp")),
            Of("dest_ip", "DestinationIp"), Of("dest_port", "DestinationPort"), Of("dest_host", Parts.Said, "DestinationHostname"),
            new("dest", ["DestinationHostname", "DestinationIp"], record => SaidOr(record, "DestinationHostname", "DestinationIp")),
            Of("dvc_ip", "SourceIp"), Of("transport", "Protocol"), Constant("protocol", "ip"), Constant("state", "established"),
            new("protocol_version", ["SourceIsIpv6"], record => Value.Of(record.TextOf("SourceIsIpv6") is "true" ? "ipv6" : "ipv4")),
            new("direction", ["Initiated"], record => Value.Of(record.TextOf("Initiated") is "true" ? "outbound" : "inbound")),
            new("transport_dest_port", ["Protocol", "DestinationPort"], record => Value.Of($"{record["Protocol"]}/{record["DestinationPort"]}")),
        ],
        [4] = [Dest, Constant("action", "modified"), Constant("service_name", "Sysmon"), Of("status", "State")],
        [5] = [.. Process, Constant("action", "blocked"), Of("process", "Image")],
        [6] =
        [
            Dest, .. Hashes, Constant("action", "allowed"), Of("process_path", "ImageLoaded"), Of("service_path", "ImageLoaded"), Of("service_signature_exists", "Signed"),
            Of("service_signature_verified", "SignatureStatus"),
        ],
        [7] =
        [
            Dest, .. Hashes, Constant("action", "allowed"), Of("loaded_file", PathText.FileName, "ImageLoaded"), Of("loaded_file_path", "ImageLoaded"),
            Of("process_path", "Image"), Of("process_name", PathText.FileName, "Image"), Of("process_exec", PathText.FileName, "Image"),
            Of("process_guid", "ProcessGuid"), Of("process_id", "ProcessId"), Of("parent_process_path", "Image"), Of("parent_process_name", PathText.FileName, "Image"),
            Of("parent_process_exec", PathText.FileName, "Image"), Of("parent_process_guid", "ProcessGuid"), Of("parent_process_id", "ProcessId"),
            Of("service_dll_signature_exists", "Signed"), Of("service_dll_signature_verified", "SignatureStatus"),
        ],
        [8] = [.. Injection, Constant("action", "allowed"), Of("src_address", "StartAddress"), Of("src_function", "StartFunction"), Of("src_module", "StartModule")],
        [9] = [.. Process, Constant("action", "allowed")],
        [10] = [.. Injection, Constant("action", "allowed"), Of("granted_access", "GrantedAccess")],
        [11] = [.. File, Constant("action", "created")],
        [12] = [.. Registry, new("action", ["EventType"], record => RegistryPath.Action(record["EventType"]))],
        [13] =
        [
            .. Registry, Constant("action", "modified"), Of("RegistryValueData", RegistryPath.Data, "Details"), Of("RegistryValueType", RegistryPath.DataType, "Details"),
            Of("registry_value_data", "RegistryValueData"), Of("registry_value_type", "RegistryValueType"),
        ],
        [14] = [.. Registry, Constant("action", "modified")],
        [15] = [.. File, Constant("action", "created")],
        [16] = [Dest, Constant("action", "modified")],
        [17] = [.. Pipe, Constant("action", "created")],
        [18] = [.. Pipe, Constant("action", "allowed")],
        [19] = [.. Wmi, Constant("result", "success")],
        [20] = [.. Wmi, Constant("result", "success"), Of("DestinationNoQuotes", Unquoted, "Destination")],
        [21] = [.. Wmi, Constant("result", "success"), Of("object_attrs", "Filter"), Of("ConsumerNoQuotes", Unquoted, "Consumer"), Of("FilterNoQuotes", Unquoted, "Filter")],
        [22] =
        [
            Of("src", "Computer"), .. Process[1..], Of("query", "QueryName"), Of("answer", Answers.Of, "QueryResults"), Of("query_count", Answers.Count, "QueryResults"),
            Of("reply_code_id", "QueryStatus"),
        ],
        [23] = [.. File, Constant("action", "deleted"), Of("file_modify_time", "UtcTime")],
        [24] = [.. Process, Constant("action", "modified")],
        [25] = [.. Process, Constant("action", "modified")],
        [26] = [.. File, Constant("action", "deleted"), Of("file_modify_time", "UtcTime")],
        [27] = [.. File, Constant("action", "blocked")],
        [28] = [.. File, Constant("action", "blocked")],
        [29] = [.. File, Constant("action", "created")],
    }.ToFrozenDictionary(pair => pair.Key, pair => (ImmutableArray<FieldMap>)[.. Every, .. pair.Value]);

    /// <summary>The lines of all events.</summary>
    public static IEnumerable<FieldMap> All => ById.Values.SelectMany(lines => lines);

    /// <summary>The lines of an event's number.</summary>
    public static ImmutableArray<FieldMap> For(int id) => ById.TryGetValue(id, out var lines) ? lines : [.. Every, Dest];

    private static Value SaidOr(LogRecord record, string first, string second) =>
        Parts.Said(record[first]) is { IsNull: false } said ? said : record[second];

    private static Value Unquoted(Value value) => Value.Of(value.ToText().Replace("\"", "", StringComparison.Ordinal));
}
