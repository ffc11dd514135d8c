using System.Collections.Immutable;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.PaloAlto;

/// <summary>The order of columns in PAN-OS's syslog, under the names that the Splunk add-on gives; <c>_</c> stands for one that PAN-OS keeps for itself.</summary>
internal static class PaloAltoColumns
{
    private const string Head = "_ receive_time serial_number type log_subtype version generated_time";

    private const string Session =
        " src_ip dest_ip src_translated_ip dest_translated_ip rule src_user dest_user app vsys src_zone dest_zone src_interface dest_interface log_forwarding_profile _"
        + " session_id repeat_count src_port dest_port src_translated_port dest_translated_port session_flags protocol vendor_action";

    private const string Devices =
        " xff_ip src_category src_profile src_model src_vendor src_osfamily src_osversion src_host src_mac dest_category dest_profile dest_model dest_vendor dest_osfamily"
        + " dest_osversion dest_host dest_mac container_id pod_namespace pod_name src_edl dest_edl hostid endpoint_serial_number";

    private const string Application =
        " nssai_sst nssai_sd app:subcategory app:category app:technology app:risk app:characteristic app:container app:tunneled app:is_saas app:is_sanctioned";

    /// <summary>What every type has.</summary>
    public static ImmutableArray<string> Common { get; } = Split(Head);

    /// <summary>TRAFFIC.</summary>
    public static ImmutableArray<string> Traffic { get; } = Split(
        Head + Session + " bytes bytes_out bytes_in packets start_time duration http_category _ sequence_number action_flags src_location dest_location _ packets_out packets_in session_end_reason"
        + " devicegroup_level1 devicegroup_level2 devicegroup_level3 devicegroup_level4 vsys_name dvc_name action_source src_vm_uuid dest_vm_uuid tunnel_id monitor_tag parent_session_id"
        + " parent_start_time tunnel_type assoc_id chunks chunks_out chunks_in rule_uuid http2_connection link_change_count policy_id link_switches sdwan_cluster sdwan_device_type"
        + " sdwan_cluster_type sdwan_site dynusergroup_name" + Devices + " src_dag dest_dag session_owner high_res_timestamp" + Application + " offloaded flow_type cluster_name");

    /// <summary>THREAT, and the URL, file and WildFire records that are of that type.</summary>
    public static ImmutableArray<string> Threat { get; } = Split(
        Head + Session + " misc threat http_category severity client_direction sequence_number action_flags src_location dest_location _ http_content_type pcap_id file_hash cloud url_index http_user_agent"
        + " file_type xff http_referrer sender subject recipient report_id devicegroup_level1 devicegroup_level2 devicegroup_level3 devicegroup_level4 vsys_name dvc_name _ src_vm_uuid"
        + " dest_vm_uuid http_method tunnel_id monitor_tag parent_session_id parent_start_time tunnel_type threat_category content_version _ assoc_id ppid http_headers url_category_list"
        + " rule_uuid http2_connection dynusergroup_name" + Devices + " domain_edl src_dag dest_dag partial_hash high_res_timestamp reason justification" + Application
        + " cloud_report_id cluster_name flow_type");

    // PAN-OS's own names of fields, as a custom log format writes them (administrator's guide, "Custom Log Formats").
    private static readonly (string Own, string Name)[] Variables =
    [
        ("subtype", "log_subtype"), ("serial", "serial_number"), ("time_generated", "generated_time"), ("src", "src_ip"), ("dst", "dest_ip"), ("natsrc", "src_translated_ip"),
        ("natdst", "dest_translated_ip"), ("srcuser", "src_user"), ("dstuser", "dest_user"), ("from", "src_zone"), ("to", "dest_zone"), ("inbound_if", "src_interface"),
        ("outbound_if", "dest_interface"), ("logset", "log_forwarding_profile"), ("sessionid", "session_id"), ("repeatcnt", "repeat_count"), ("sport", "src_port"), ("dport", "dest_port"),
        ("natsport", "src_translated_port"), ("natdport", "dest_translated_port"), ("flags", "session_flags"), ("proto", "protocol"), ("action", "vendor_action"),
        ("bytes_sent", "bytes_out"), ("bytes_received", "bytes_in"), ("start", "start_time"), ("elapsed", "duration"), ("category", "http_category"), ("seqno", "sequence_number"),
        ("srcloc", "src_location"), ("dstloc", "dest_location"), ("pkts_sent", "packets_out"), ("pkts_received", "packets_in"), ("device_name", "dvc_name"), ("threatid", "threat"),
        ("direction", "client_direction"), ("contenttype", "http_content_type"), ("filedigest", "file_hash"), ("filetype", "file_type"), ("user_agent", "http_user_agent"),
        ("referer", "http_referrer"), ("rule_name", "rule"),
    ];

    /// <summary>Gives PAN-OS's own names the add-on's; a record that has the add-on's already stays as it is.</summary>
    /// <param name="record">The record.</param>
    public static void Rename(LogRecord record)
    {
        if (record.Has("log_subtype"))
            return;
        foreach (var (own, name) in Variables)
            record.Rename(own, name);
    }

    private static ImmutableArray<string> Split(string names) => [.. names.Split(' ').Select(name => name is "_" ? "" : name)];
}
