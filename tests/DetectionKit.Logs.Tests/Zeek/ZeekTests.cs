using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.Certificates;
using DetectionKit.Abstractions.Models.Email;
using DetectionKit.Abstractions.Models.IntrusionDetection;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Models.Web;

namespace DetectionKit.Logs.Tests.Zeek;

public sealed class ZeekTests
{
    private const string ConnHeader =
        "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#open\t2024-01-01-00-00-00\n" +
        "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents\n" +
        "#types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tstring\tcount\tcount\tcount\tcount\tset[string]\n";

    private const string ConnLine = "1700000000.500000\tCabc\t10.0.0.5\t50000\t192.0.2.7\t8080\ttcp\thttp\t1.5\t100\t2000\tSF\tT\tF\tShADadFf\t6\t420\t5\t2268\t(empty)\n";

    private const string ConnJson =
        """{"ts":1700000000.5,"uid":"Cabc","id.orig_h":"10.0.0.5","id.orig_p":50000,"id.resp_h":"192.0.2.7","id.resp_p":8080,"proto":"tcp","service":"http","duration":1.5,"orig_bytes":100,"resp_bytes":2000,"conn_state":"SF","local_orig":true,"local_resp":false,"history":"ShADadFf","orig_pkts":6,"orig_ip_bytes":420,"resp_pkts":5,"resp_ip_bytes":2268}""";

    private static readonly string[] Traffic =
    [
        "app=http", "bytes=2688", "bytes_in=2268", "bytes_out=420", "dest=192.0.2.7", "dest_ip=192.0.2.7", "dest_port=8080", "direction=outbound", "duration=1.5",
        "flow_id=Cabc", "packets=11", "packets_in=5", "packets_out=6", "protocol=ip", "protocol_version=4", "session_id=Cabc", "src=10.0.0.5", "src_ip=10.0.0.5", "src_port=50000",
        "transport=tcp", "vendor_product=Zeek",
    ];

    [Test]
    public void A_connection_is_traffic_from_text_and_from_JSON_alike()
    {
        Assert.That(ReadEvents.Of(ConnHeader + ConnLine).FieldsOf(NetworkTraffic.Model), Is.EqualTo(Traffic));
        Assert.That(ReadEvents.Of(ConnJson).FieldsOf(NetworkTraffic.Model), Is.EqualTo(Traffic));
        Assert.That(ReadEvents.Of(ConnJson.Replace("id.", "id_", StringComparison.Ordinal)).FieldsOf(NetworkTraffic.Model), Is.EqualTo(Traffic));
    }

    [Test]
    public void Its_raw_event_has_Zeeks_own_names_and_the_add_ons()
    {
        var found = ReadEvents.Of(ConnHeader + ConnLine).Raw.Single();
        Assert.That((found.SourceType, found.Time.Seconds, found.Text), Is.EqualTo(("zeek:conn", 1700000000.5, ConnLine.TrimEnd('\n'))));
        Assert.That(
            new[] { "id.orig_h", "service", "history", "src_ip", "dest_port", "transport", "app", "bytes_out" }.Select(name => found[name].ToText()),
            Is.EqualTo(new[] { "10.0.0.5", "http", "ShADadFf", "10.0.0.5", "8080", "tcp", "http", "420" }));
        Assert.That(found["tunnel_parents"].IsNull);
        Assert.That(ReadEvents.Of(ConnJson).Raw.Single().SourceType, Is.EqualTo("zeek:conn:json"));
    }

    [TestCase("http", "http")]
    [TestCase("smtp,ssl", "smtp")]
    [TestCase("gssapi,ntlm,smb", "smb")]
    [TestCase("ssl", "ssl")]
    [TestCase("-gssapi,-dce_rpc", "unknown")]
    [TestCase("krb_tcp", "krb_tcp")]
    [TestCase("-", "unknown")]
    public void App_is_the_service_that_carries_the_others(string service, string app) =>
        Assert.That(ReadEvents.Of(ConnHeader + ConnLine.Replace("\thttp\t", $"\t{service}\t", StringComparison.Ordinal)).FieldsOf(NetworkTraffic.Model), app is "unknown" ? Has.None.StartsWith("app=") : Has.Some.EqualTo("app=" + app));

    [TestCase("10.20.3.14", "224.0.0.251", 5353, "mdns")]
    [TestCase("10.20.3.14", "10.20.3.15", 5355, "llmnr")]
    [TestCase("10.20.3.14", "10.20.255.255", 137, "netbios-ns")]
    [TestCase("10.20.3.14", "203.0.113.53", 5353, "dns")]
    [TestCase("10.20.3.14", "10.20.0.53", 53, "dns")]
    public void What_has_the_shape_of_DNS_is_told_apart_on_the_link(string source, string destination, int port, string app) => Assert.That(
        ReadEvents.Of($$"""{"ts":1700000000.5,"uid":"C","id.orig_h":"{{source}}","id.orig_p":40000,"id.resp_h":"{{destination}}","id.resp_p":{{port}},"proto":"udp","service":"dns","conn_state":"SF"}""").FieldsOf(NetworkTraffic.Model),
        Has.Some.EqualTo("app=" + app));

    [Test]
    public void The_ports_of_ICMP_are_its_type_and_code()
    {
        var line = ConnLine.Replace("\ttcp\thttp\t", "\ticmp\t-\t", StringComparison.Ordinal).Replace("\t50000\t", "\t8\t", StringComparison.Ordinal).Replace("\t8080\t", "\t0\t", StringComparison.Ordinal);
        var fields = ReadEvents.Of(ConnHeader + line).FieldsOf(NetworkTraffic.Model).ToArray();
        Assert.That(fields, Has.Some.EqualTo("icmp_type=8").And.Some.EqualTo("icmp_code=0").And.None.StartsWith("dest_port").And.None.StartsWith("src_port"));
    }

    [Test]
    public void A_query_is_a_resolution()
    {
        const string json = """{"ts":1700000000.0,"uid":"Cd","id.orig_h":"10.0.0.5","id.orig_p":5353,"id.resp_h":"10.0.0.1","id.resp_p":53,"proto":"udp","trans_id":7,"rtt":0.02,"query":"example.com","qclass":1,"qtype":1,"qtype_name":"A","rcode":3,"rcode_name":"NXDOMAIN","answers":["192.0.2.1","192.0.2.2"],"TTLs":[60.0,60.0]}""";
        Assert.That(ReadEvents.Of(json).FieldsOf(NetworkResolution.Model), Is.EqualTo(new[]
        {
            "answer=192.0.2.1|192.0.2.2", "answer_count=2", "dest=10.0.0.1", "dest_port=53", "duration=0.02", "flow_id=Cd", "message_type=Query|Response", "name=example.com",
            "query=example.com", "query_type=A", "record_type=A", "reply_code=NXDomain", "reply_code_id=3", "response_time=20", "src=10.0.0.5", "src_port=5353", "transaction_id=7",
            "transport=udp", "ttl=60.0|60.0", "vendor_product=Zeek",
        }));
    }

    [Test]
    public void A_request_is_a_web_request()
    {
        const string json = """{"ts":1700000000.0,"uid":"Ch","id.orig_h":"10.0.0.5","id.orig_p":50000,"id.resp_h":"192.0.2.7","id.resp_p":80,"trans_depth":1,"method":"POST","host":"www.example.com:8080","uri":"/a/b?c=d","referrer":"http://example.org/x","user_agent":"curl/8","request_body_len":10,"response_body_len":20,"status_code":404,"resp_mime_types":["text/html"]}""";
        Assert.That(ReadEvents.Of(json).FieldsOf(WebRequest.Model), Is.EqualTo(new[]
        {
            "app=http", "bytes=30", "bytes_in=20", "bytes_out=10", "dest=192.0.2.7", "dest_port=80", "http_content_type=text/html", "http_method=POST", "http_referrer=http://example.org/x",
            "http_referrer_domain=example.org", "http_user_agent=curl/8", "http_user_agent_length=6", "site=www.example.com:8080", "src=10.0.0.5", "status=404", "uri_path=/a/b",
            "uri_query=c=d", "url=/a/b?c=d", "url_domain=www.example.com", "url_length=8", "vendor_product=Zeek",
        }));
    }

    [TestCase("""{"ts":1700000000.0,"uid":"C","id.orig_h":"10.0.0.5","id.resp_h":"192.0.2.7","version":"TLSv12","cipher":"x","server_name":"a.example","subject":"CN=a.example,O=A\\, B","validation_status":"self signed certificate"}""", new[] { "ssl_is_valid=false", "ssl_name=a.example", "ssl_subject=CN=a.example,O=A\\, B", "ssl_subject_common_name=a.example", "ssl_subject_organization=A, B", "ssl_version=TLSv1.2", "src=10.0.0.5" })]
    [TestCase("""{"ts":1700000000.0,"id":"F1","certificate.version":3,"certificate.serial":"01","certificate.subject":"CN=b","certificate.issuer":"CN=c","certificate.not_valid_before":1000.0,"certificate.not_valid_after":3000.0}""", new[] { "ssl_hash=F1", "ssl_serial=01", "ssl_issuer_common_name=c", "ssl_subject_common_name=b", "ssl_start_time=1000", "ssl_validity_window=2000" })]
    public void Certificates_come_from_ssl_and_x509(string json, string[] among) =>
        Assert.That(ReadEvents.Of(json).FieldsOf(Certificate.Model), Is.SupersetOf(among));

    [Test]
    public void A_lease_is_a_session() =>
        Assert.That(
            ReadEvents.Of("""{"ts":1700000000.0,"uids":["C"],"client_addr":"10.0.0.9","server_addr":"10.0.0.1","mac":"00:11:22:33:44:55","host_name":"desk","assigned_addr":"10.0.0.9","lease_time":3600.0,"msg_types":["REQUEST","ACK"]}""").FieldsOf(NetworkSession.Model),
            Is.EqualTo(new[] { "action=added", "dest=desk", "dest_ip=10.0.0.9", "dest_mac=00:11:22:33:44:55", "dest_nt_host=desk", "lease_duration=3600", "signature=ACK", "src=10.0.0.1", "src_ip=10.0.0.1", "vendor_product=Zeek" }));

    [TestCase("""{"_path":"ssh","ts":1700000000.0,"id.orig_h":"10.0.0.9","id.resp_h":"10.0.0.1","auth_success":false}""", new[] { "action=failure", "app=ssh", "dest=10.0.0.1", "src=10.0.0.9", "vendor_product=Zeek" })]
    [TestCase("""{"ts":1700000000.0,"uid":"C","id.orig_h":"10.0.0.9","id.resp_h":"10.0.0.1","request_type":"AS","client":"ann/REALM","success":false,"error_msg":"KDC_ERR_PREAUTH_FAILED"}""", new[] { "action=failure", "app=kerberos", "dest=10.0.0.1", "reason=KDC_ERR_PREAUTH_FAILED", "src=10.0.0.9", "user=ann/REALM", "vendor_product=Zeek" })]
    public void A_logon_is_an_authentication(string json, string[] fields) => Assert.That(ReadEvents.Of(json).FieldsOf(AuthenticationEvent.Model), Is.EqualTo(fields));

    [Test]
    public void A_mail_is_a_message() => Assert.That(
        ReadEvents.Of("""{"ts":1700000000.0,"uid":"C","id.orig_h":"10.0.0.9","id.resp_h":"10.0.0.1","helo":"x","mailfrom":"a@b.example","rcptto":["c@d.example","e@f.example"],"from":"A <a@b.example>","subject":"s","last_reply":"250 ok"}""").FieldsOf(EmailMessage.Model),
        Is.SupersetOf(new[] { "dest=10.0.0.1", "recipient=c@d.example|e@f.example", "recipient_count=2", "recipient_domain=d.example|f.example", "src_user=A <a@b.example>", "src_user_domain=b.example", "status_code=250", "subject=s" }));

    [Test]
    public void A_notice_is_an_attack() =>
        Assert.That(
            ReadEvents.Of("""{"ts":1700000000.0,"note":"Scan::Port_Scan","msg":"m","src":"10.0.0.9","dst":"10.0.0.1","p":22,"peer_descr":"zeek1"}""").FieldsOf(IdsAttack.Model),
            Is.EqualTo(new[] { "category=Scan", "dest=10.0.0.1", "dest_port=22", "dvc=zeek1", "ids_type=network", "signature=Scan::Port_Scan", "src=10.0.0.9", "vendor_product=Zeek" }));

    [TestCase("""{"_path":"conn","ts":1700000000.0}""", "zeek:conn:json")]
    [TestCase("""{"_path":"rpc","ts":1700000000.0,"a":1}""", "zeek:rpc:json")]
    [TestCase("""{"ts":1700000000.0,"uid":"C","id.orig_h":"1.1.1.1","id.resp_h":"2.2.2.2","named_pipe":"135","endpoint":"netlogon","operation":"x"}""", "zeek:dce_rpc:json")]
    [TestCase("""{"ts":1700000000.0,"uid":"C","id.orig_h":"1.1.1.1","id.resp_h":"2.2.2.2","auth_attempts":1,"client":"SSH-2.0"}""", "zeek:ssh:json")]
    [TestCase("""{"ts":1700000000.0,"fuid":"F","source":"HTTP","mime_type":"text/plain"}""", "zeek:files:json")]
    [TestCase("""{"ts":1700000000.0,"uid":"C","id.orig_h":"1.1.1.1","id.resp_h":"2.2.2.2","proto":"udp"}""", "zeek:conn:json")]
    [TestCase("""{"ts":1700000000.0,"message":"other"}""", "_json")]
    public void A_JSON_records_log_is_told_by_its_path_or_its_fields(string json, string sourceType) =>
        Assert.That(ReadEvents.Of(json).Raw.Single().SourceType, Is.EqualTo(sourceType));

    [Test]
    public void A_path_that_is_not_known_is_a_raw_event() =>
        Assert.That(ReadEvents.Of("#separator \\x09\n#path\tmine\n#fields\tts\tx\n#types\ttime\tvector[count]\n1.5\t1,2\n").Raw.Single() is { SourceType: "zeek:mine" } found ? found["x"].Count : 0, Is.EqualTo(2));

    [Test]
    public void A_log_of_an_unknown_path_is_no_other_log_that_its_fields_fit() =>
        Assert.That(ReadEvents.Of(ConnHeader.Replace("#path\tconn\n", "#path\tmine\n", StringComparison.Ordinal) + ConnLine) is { Models.Count: 0, Raw.Count: 1 });

    [Test]
    public void Lines_that_do_not_fit_the_header_are_counted()
    {
        var counts = ReadEvents.Of(ConnHeader + ConnLine + "a\tb\n" + ConnLine.TrimEnd('\n') + "\tmore\n#close\t2024\n").Outcome!.Counts;
        Assert.That((counts.Good, counts.Bad, counts.FirstBad), Is.EqualTo((1L, 2L, "line 10: fewer columns than #fields names")));
    }

    [Test]
    public void Escaped_bytes_and_other_separators_are_read() =>
        Assert.That(ReadEvents.Of("#separator \\x7c\n#path|http\n#fields|ts|uri|tags\n#types|time|string|set[enum]\n1.5|/a\\x09b\\\\c|x,y\n").Raw.Single() is { } found ? found["uri"].ToText() + found["tags"].Count : "", Is.EqualTo("/a\tb\\c2"));
}
