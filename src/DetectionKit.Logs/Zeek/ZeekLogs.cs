using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zeek;

/// <summary>Zeek's logs (Zeek manual, "Log Files"). One that is not here is a raw event all the same, where its header or <c>_path</c> names it.</summary>
internal static class ZeekLogs
{
    /// <summary>All of them; whichever has the clearer signs comes first, since conn's fields are in many others.</summary>
    public static ImmutableArray<ZeekLog> All { get; } =
    [
        new DnsLog(), new HttpLog(), new SslLog(), new X509Log(), new DhcpLog(), new NoticeLog(), new SignaturesLog(),
        new("files", "fuid", "seen_bytes"),
        new MailLog(),
        new LogonLog("ssh", "auth_success", ["user"], "auth_attempts", "auth_success", "hassh", "host_key_alg"),
        new("ftp", "reply_code", "data_channel.passive"),
        new LogonLog("kerberos", "success", ["client"], "request_type", "till", "error_msg"),
        new LogonLog("ntlm", "success", ["username"], "server_nb_computer_name", "server_dns_computer_name", "domainname"),
        new("rdp", "security_protocol", "keyboard_layout", "client_build"),
        new("smb_files", "times.modified", "prev_name"),
        new("smb_mapping", "share_type", "native_file_system"),
        new("dce_rpc", "named_pipe", "endpoint"),
        new("tunnel", "tunnel_type"),
        new("snmp", "community", "get_requests"),
        new("sip", "call_id", "request_from"),
        new("irc", "nick"),
        new LogonLog("radius", "result", ["username"], "framed_addr", "tunnel_client", "connect_info"),
        new("known_hosts"), new("known_services", "port_num"), new("known_certs", "issuer_subject"),
        new("software", "software_type", "unparsed_version"),
        new("pe", "is_exe", "compile_ts", "section_names{}"),
        new("ntp", "stratum", "xmt_time"),
        new("mysql"), new("modbus"), new("modbus_register_change"), new("dnp3", "fc_request", "fc_reply"),
        new("socks", "bound.host", "request_p"), new("syslog", "facility"), new("rfb", "share_flag"), new("ldap", "message_id"), new("ldap_search"), new("quic", "client_initial_dcid"),
        new("websocket"), new("postgresql"), new("redis"), new("ocsp", "issuerNameHash"), new("intel", "seen.indicator"), new("traceroute"),
        new("dpd", "failure_reason"), new("analyzer", "analyzer_kind", "failure_data"),
        new("weird", "peer"),
        new("capture_loss", "percent_lost"), new("stats", "pkts_proc"), new("reporter", "level"), new("loaded_scripts"), new("packet_filter"), new("cluster"), new("broker"),
        new("rpc"), new("stderr"), new("stdout"),
        new ConnLog(),
    ];

    private static readonly FrozenDictionary<string, ZeekLog> ByPath = All.ToFrozenDictionary(log => log.Path, StringComparer.Ordinal);

    /// <summary>The log of that name, or null. Rotated and summarised ones (<c>conn_long</c>, <c>conn_red</c>) are what they are of.</summary>
    /// <param name="path">The name.</param>
    public static ZeekLog? Find(string path) =>
        ByPath.GetValueOrDefault(path) ?? (path.Length > 4 && path.StartsWith("conn", StringComparison.Ordinal) ? ByPath["conn"] : null);

    /// <summary>The log that a record's fields are of, or null.</summary>
    /// <param name="record">The record.</param>
    public static ZeekLog? OfRecord(LogRecord record)
    {
        foreach (var log in All)
        {
            if (log.Fits(record))
                return log;
        }

        return null;
    }
}
