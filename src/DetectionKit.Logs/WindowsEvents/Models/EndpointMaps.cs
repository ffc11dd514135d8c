using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Endpoint;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.WindowsEvents.Models;

/// <summary>Windows events in CIM's Endpoint model.</summary>
internal static class EndpointMaps
{
    private static readonly ImmutableArray<FieldMap> Actor = Same("dest", "process_exec", "process_guid", "process_id", "process_name", "process_path", "user", "vendor_product");

    private static readonly ImmutableArray<FieldMap> Process =
    [
        .. Actor,
        .. Same(
            "action", "original_file_name", "os", "parent_process", "parent_process_exec", "parent_process_guid", "parent_process_id", "parent_process_name",
            "parent_process_path", "process", "process_current_directory", "process_integrity_level", "user_id"),
        Tags("process", "report"),
    ];

    /// <summary>The tables.</summary>
    public static ImmutableArray<ModelMap> All { get; } =
    [
        When.Taken(EndpointProcess.Model, When.Sysmon(1), [.. Process, .. Same("parent_user"), Hashes("process_hash")]),
        When.Taken(EndpointProcess.Model, When.Security(4688), Process),
        When.Taken(EndpointFile.Model, When.Sysmon(2, 11, 15, 23, 26, 27, 28, 29),
            [.. Actor, .. Same("action", "file_create_time", "file_hash", "file_modify_time", "file_name", "file_path"), Tags("endpoint", "filesystem")]),
        When.Taken(EndpointRegistry.Model, When.Sysmon(12, 13, 14),
            [
                .. Actor,
                .. Same("action", "registry_hive", "registry_key_name", "registry_path", "registry_value_data", "registry_value_name", "registry_value_type", "status"),
                Tags("endpoint", "registry"),
            ]),
        When.Taken(EndpointRegistry.Model, When.Security(4657),
            [
                .. Same("action", "dest", "process_id", "process_name", "process_path", "status", "user", "vendor_product"),
                Of("registry_path", "ObjectName"), Of("registry_key_name", "ObjectName"), Of("registry_value_name", "ObjectValueName"), Of("registry_value_data", "NewValue"),
                Of("registry_value_type", "NewValueType"), Tags("endpoint", "registry"),
            ]),
        When.Taken(EndpointService.Model, When.SystemLog(7036, 7040, 7045), Service),
        When.Taken(EndpointService.Model, When.Security(4697), Service),
        When.Taken(EndpointPort.Model, When.Sysmon(3),
            [
                .. Same("creation_time", "dest_port", "process_guid", "process_id", "src", "src_port", "state", "transport", "transport_dest_port", "user", "vendor_product"),
                Of("dest", "Computer"), Tags("listening", "port"),
            ]),
    ];

    private static ImmutableArray<FieldMap> Service =>
        [.. Same("dest", "service", "service_name", "service_path", "start_mode", "status", "user", "vendor_product"), Tags("service", "report")];

    // MD5=..,SHA256=.. : one value an algorithm.
    private static FieldMap Hashes(string field) => Of(field, value => Value.OfMany(value.ToText().Split(',').Select(hash => Value.Of(hash))), field);
}
