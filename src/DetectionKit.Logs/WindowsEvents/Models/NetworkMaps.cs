using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Logs.Mapping;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.WindowsEvents.Models;

/// <summary>Connections and name resolutions that a host tells of itself.</summary>
internal static class NetworkMaps
{
    /// <summary>The tables.</summary>
    public static ImmutableArray<ModelMap> All { get; } =
    [
        When.Taken(NetworkTraffic.Model, When.Sysmon(3),
            [
                .. Same(
                    "action", "app", "dest", "dest_ip", "dest_port", "direction", "dvc", "process_id", "protocol", "protocol_version", "src", "src_ip", "src_port", "transport",
                    "user", "vendor_product"),
                Tags("network", "communicate"),
            ]),
        When.Taken(NetworkTraffic.Model, When.Security(5156),
            [
                .. Same("action", "dest_ip", "dest_port", "dvc", "process_id", "src_ip", "src_port", "vendor_product"),
                Of("app", "Application"), Of("dest", "dest_ip"), Of("src", "src_ip"), Tags("network", "communicate"),
            ]),
        When.Taken(NetworkResolution.Model, When.Sysmon(22),
            [
                .. Same("answer", "query", "query_count", "reply_code_id", "src", "vendor_product"),
                Of("answer_count", "query_count"), Tags("network", "resolution", "dns"),
            ]),
    ];
}
