using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.Change;
using DetectionKit.Abstractions.Models.Endpoint;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkTraffic;

namespace DetectionKit.Logs.Tests.WindowsEvents;

/// <summary>What the tables make of one event each.</summary>
internal sealed class WindowsModelTests
{
    private static readonly string[] Actor =
    [
        "dest=ws-7.example.test", "process_exec=probe.exe", "process_guid={A}", "process_id=4242", "process_name=probe.exe", "process_path=C:\\Tools\\probe.exe", "user=kim", "vendor_product=Microsoft Sysmon",
    ];

    [Test]
    public void A_process_start_of_sysmon() => Expect(
        EndpointProcess.Model,
        Sysmon(1, ("ProcessGuid", "{A}"), ("ProcessId", "4242"), ("Image", "C:\\Tools\\probe.exe"), ("CommandLine", "probe -x"), ("CurrentDirectory", "C:\\"), ("User", "EXAMPLE\\kim"),
            ("IntegrityLevel", "High"), ("Hashes", "MD5=AA,SHA256=BB"), ("ParentProcessId", "7"), ("ParentImage", "C:\\Windows\\explorer.exe"), ("ParentCommandLine", "explorer"), ("ParentUser", "EXAMPLE\\kim"),
            ("OriginalFileName", "probe.exe")),
        [
            .. Actor, "action=allowed", "original_file_name=probe.exe", "os=Microsoft Windows", "parent_process=explorer", "parent_process_exec=explorer.exe", "parent_process_id=7",
            "parent_process_name=explorer.exe", "parent_process_path=C:\\Windows\\explorer.exe", "parent_user=kim", "process=probe -x", "process_current_directory=C:\\",
            "process_hash=MD5=AA|SHA256=BB", "process_integrity_level=High", "tag=process|report",
        ]);

    [Test]
    public void A_process_start_of_the_audit_log() => Expect(
        EndpointProcess.Model,
        Security(4688, ("SubjectUserName", "kim"), ("NewProcessId", "0x1092"), ("NewProcessName", "C:\\Tools\\probe.exe"), ("ProcessId", "0x7"), ("CommandLine", "probe -x"), ("ParentProcessName", "C:\\Windows\\explorer.exe"), ("TargetUserName", "-")),
        [
            "action=allowed", "dest=ws-7.example.test", "parent_process=C:\\Windows\\explorer.exe", "parent_process_exec=explorer.exe", "parent_process_id=7", "parent_process_name=explorer.exe",
            "parent_process_path=C:\\Windows\\explorer.exe", "process=probe -x", "process_exec=probe.exe", "process_id=4242", "process_name=probe.exe", "process_path=C:\\Tools\\probe.exe",
            "tag=process|report", "user=kim", "vendor_product=Microsoft Windows",
        ]);

    [Test]
    public void A_file_that_was_made() => Expect(
        EndpointFile.Model,
        Sysmon(11, ("ProcessGuid", "{A}"), ("ProcessId", "4242"), ("Image", "C:\\Tools\\probe.exe"), ("TargetFilename", "C:\\Temp\\out.bin"), ("CreationUtcTime", "2026-03-02 10:20:30.100"), ("User", "EXAMPLE\\kim")),
        [.. Actor, "action=created", "file_create_time=2026-03-02 10:20:30.100", "file_name=out.bin", "file_path=C:\\Temp\\out.bin", "tag=endpoint|filesystem"]);

    [Test]
    public void A_registry_value_that_was_set() => Expect(
        EndpointRegistry.Model,
        Sysmon(13, ("EventType", "SetValue"), ("ProcessGuid", "{A}"), ("ProcessId", "4242"), ("Image", "C:\\Tools\\probe.exe"), ("TargetObject", "HKLM\\Software\\Probe\\Port"), ("Details", "DWORD (0x00000d3e)"), ("User", "EXAMPLE\\kim")),
        [
            .. Actor, "action=modified", "registry_hive=HKEY_LOCAL_MACHINE", "registry_key_name=HKLM\\Software\\Probe", "registry_path=HKLM\\Software\\Probe\\Port",
            "registry_value_data=0x00000d3e", "registry_value_name=Port", "registry_value_type=REG_DWORD", "status=success", "tag=endpoint|registry",
        ]);

    [Test]
    public void A_connection_in_the_network_model() => Expect(NetworkTraffic.Model, Connection(),
        [
            "action=allowed", "app=C:\\Tools\\probe.exe", "dest=192.0.2.80", "dest_ip=192.0.2.80", "dest_port=443", "direction=outbound", "dvc=ws-7.example.test", "process_id=4242", "protocol=ip",
            "protocol_version=ipv4", "src=ws-7", "src_ip=192.0.2.7", "src_port=50123", "transport=tcp", "user=kim", "vendor_product=Microsoft Sysmon", "tag=network|communicate",
        ]);

    [Test]
    public void A_connection_in_the_model_of_ports() => Expect(EndpointPort.Model, Connection(),
        [
            "creation_time=2026-03-02 10:20:30.100", "dest=ws-7.example.test", "dest_port=443", "process_guid={A}", "process_id=4242", "src=ws-7", "src_port=50123", "state=established", "transport=tcp",
            "transport_dest_port=tcp/443", "user=kim", "vendor_product=Microsoft Sysmon", "tag=listening|port",
        ]);

    [Test]
    public void A_name_that_was_resolved() => Expect(
        NetworkResolution.Model,
        Sysmon(22, ("ProcessId", "4242"), ("QueryName", "www.example.test"), ("QueryStatus", "0"), ("QueryResults", "type:  5 edge.example.test;::ffff:192.0.2.80;"), ("Image", "C:\\Tools\\probe.exe")),
        ["answer=edge.example.test|192.0.2.80", "answer_count=2", "query=www.example.test", "query_count=2", "reply_code_id=0", "src=ws-7.example.test", "vendor_product=Microsoft Sysmon", "tag=network|resolution|dns"]);

    [Test]
    public void A_logon_that_failed() => Expect(
        AuthenticationEvent.Model,
        Security(4625, ("SubjectUserName", "-"), ("TargetUserName", "kim"), ("TargetDomainName", "EXAMPLE"), ("LogonType", "3"), ("IpAddress", "::ffff:192.0.2.9"), ("FailureReason", "%%2313"), ("LogonProcessName", "NtLmSsp"), ("AuthenticationPackageName", "NTLM")),
        [
            "action=failure", "app=win:remote", "authentication_method=NTLM", "authentication_service=NtLmSsp", "dest=ws-7.example.test", "dest_nt_domain=EXAMPLE", "reason=%%2313",
            "signature=An account failed to log on", "signature_id=4625", "src=192.0.2.9", "src_user=-", "user=kim", "vendor_product=Microsoft Windows", "tag=authentication",
        ]);

    [Test]
    public void An_account_that_was_made() => Expect(
        ChangeEvent.Model,
        Security(4720, ("SubjectUserName", "root"), ("SubjectDomainName", "EXAMPLE"), ("TargetUserName", "helper"), ("TargetDomainName", "EXAMPLE"), ("TargetSid", "S-1-5-21-1")),
        [
            "action=created", "change_type=AAA", "dest=ws-7.example.test", "dest_nt_domain=EXAMPLE", "dvc=ws-7.example.test", "object=helper", "object_category=user", "object_id=S-1-5-21-1",
            "result=A user account was created", "src_nt_domain=EXAMPLE", "src_user=root", "src_user_name=root", "status=success", "user=helper", "user_name=helper",
            "vendor_product=Microsoft Windows", "tag=change|account",
        ]);

    [Test]
    public void A_service_that_was_installed() => Expect(
        EndpointService.Model,
        Event("Service Control Manager", "System", 7045, ("ServiceName", "probe"), ("ImagePath", "C:\\Tools\\probe.exe"), ("StartType", "auto start"), ("AccountName", "LocalSystem")),
        [
            "dest=ws-7.example.test", "service=probe", "service_name=probe", "service_path=C:\\Tools\\probe.exe", "start_mode=auto", "status=started", "user=LocalSystem",
            "vendor_product=Microsoft Windows", "tag=service|report",
        ]);

    private static string Connection() => Sysmon(
        3, ("UtcTime", "2026-03-02 10:20:30.100"), ("ProcessGuid", "{A}"), ("ProcessId", "4242"), ("Image", "C:\\Tools\\probe.exe"), ("User", "EXAMPLE\\kim"), ("Protocol", "tcp"), ("Initiated", "true"),
        ("SourceIsIpv6", "false"), ("SourceIp", "192.0.2.7"), ("SourceHostname", "ws-7"), ("SourcePort", "50123"), ("DestinationIp", "192.0.2.80"), ("DestinationHostname", "-"), ("DestinationPort", "443"));

    private static void Expect<TEvent>(DataModel<TEvent> model, string log, string[] fields)
        where TEvent : ModelEvent =>
        Assert.That(ReadEvents.Of(log).FieldsOf(model), Is.EquivalentTo(fields));

    private static string Sysmon(int id, params (string Name, string Text)[] data) => Event("Microsoft-Windows-Sysmon", "Microsoft-Windows-Sysmon/Operational", id, data);

    private static string Security(int id, params (string Name, string Text)[] data) => Event("Microsoft-Windows-Security-Auditing", "Security", id, data);

    private static string Event(string provider, string channel, int id, params (string Name, string Text)[] data) =>
        $"<Event><System><Provider Name='{provider}'/><EventID>{id}</EventID><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime='2026-03-02T10:20:30.1Z'/><Channel>{channel}</Channel>"
        + $"<Computer>ws-7.example.test</Computer></System><EventData>{string.Concat(data.Select(field => $"<Data Name='{field.Name}'>{field.Text}</Data>"))}</EventData></Event>";
}
