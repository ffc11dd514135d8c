using DetectionKit.Abstractions.Models.Certificates;
using DetectionKit.Abstractions.Models.IntrusionDetection;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Models.Web;

namespace DetectionKit.Logs.Tests.Suricata;

public sealed class EveTests
{
    private const string Head = "\"timestamp\":\"2024-03-05T10:00:00.500000+0000\",\"flow_id\":7,\"in_iface\":\"eth0\",\"src_ip\":\"10.20.3.14\",\"src_port\":50000,\"dest_ip\":\"203.0.113.80\",\"dest_port\":8088,\"proto\":\"TCP\",";

    [Test]
    public void A_flow_is_traffic() => Assert.That(
        ReadEvents.Of("{" + Head + """ "event_type":"flow","app_proto":"tls","flow":{"pkts_toserver":6,"pkts_toclient":4,"bytes_toserver":640,"bytes_toclient":660,"age":108,"state":"closed"}}""").FieldsOf(NetworkTraffic.Model),
        Is.EqualTo(new[]
        {
            "app=tls", "bytes=1300", "bytes_in=660", "bytes_out=640", "dest=203.0.113.80", "dest_ip=203.0.113.80", "dest_port=8088", "direction=outbound", "duration=108", "flow_id=7", "packets=10",
            "packets_in=4", "packets_out=6", "protocol=ip", "protocol_version=4", "session_id=7", "src=10.20.3.14", "src_interface=eth0", "src_ip=10.20.3.14", "src_port=50000", "transport=tcp",
            "vendor_product=Suricata",
        }));

    [Test]
    public void An_alert_is_an_attack_and_its_request_no_second_one()
    {
        var events = ReadEvents.Of("{" + Head + """ "event_type":"alert","alert":{"action":"allowed","signature_id":2001,"signature":"BAD","category":"Misc","severity":1},"http":{"hostname":"h","url":"/"},"app_proto":"http"}""");
        Assert.That(events.FieldsOf(IdsAttack.Model), Is.EqualTo(new[]
        {
            "action=allowed", "category=Misc", "dest=203.0.113.80", "dest_port=8088", "ids_type=network", "severity=high", "severity_id=1", "signature=BAD", "signature_id=2001", "src=10.20.3.14",
            "src_port=50000", "transport=tcp", "vendor_product=Suricata",
        }));
        Assert.That(events.Models, Has.Count.EqualTo(1));
        Assert.That(events.Raw.Single()["signature"].ToText(), Is.EqualTo("BAD"));
    }

    [Test]
    public void A_request_is_a_web_request() => Assert.That(
        ReadEvents.Of("{" + Head + """ "event_type":"http","http":{"hostname":"www.example.com","url":"/a?b","http_method":"GET","http_user_agent":"x","status":200,"length":5}}""").FieldsOf(WebRequest.Model),
        Is.EqualTo(new[]
        {
            "app=http", "bytes_in=5", "dest=203.0.113.80", "dest_port=8088", "http_method=GET", "http_user_agent=x", "http_user_agent_length=1", "site=www.example.com", "src=10.20.3.14", "status=200",
            "uri_path=/a", "uri_query=b", "url=/a?b", "url_domain=www.example.com", "url_length=4", "vendor_product=Suricata",
        }));

    [TestCase(""" "dns":{"type":"query","id":1,"rrname":"example.com","rrtype":"A"}""", new[] { "message_type=Query", "query=example.com", "query_type=A", "src=10.20.3.14" })]
    [TestCase(""" "dns":{"version":2,"type":"answer","id":1,"rrname":"example.com","rrtype":"A","rcode":"NXDOMAIN","answers":[{"rrname":"example.com","rrtype":"A","ttl":60,"rdata":"192.0.2.1"}]}""", new[] { "message_type=Response", "answer=192.0.2.1", "reply_code=NXDomain", "reply_code_id=3", "ttl=60" })]
    [TestCase(""" "dns":{"version":3,"type":"response","id":1,"rcode":"NOERROR","queries":[{"rrname":"example.com","rrtype":"TXT"}],"answers":[{"rrname":"example.com","rrtype":"TXT","ttl":60,"rdata":"x"}]}""", new[] { "message_type=Response", "query=example.com", "query_type=TXT", "answer=x", "reply_code=NoError" })]
    public void Resolutions_of_all_versions_of_the_format(string dns, string[] among) =>
        Assert.That(ReadEvents.Of("{" + Head + "\"event_type\":\"dns\"," + dns + "}").FieldsOf(NetworkResolution.Model), Is.SupersetOf(among));

    [Test]
    public void An_answer_that_is_written_from_server_to_client_is_turned() => Assert.That(
        ReadEvents.Of("""{"timestamp":"2024-03-05T10:00:00.5+0000","event_type":"dns","src_ip":"10.0.0.1","src_port":53,"dest_ip":"10.20.3.14","dest_port":40000,"proto":"UDP","dns":{"type":"answer","id":1,"rcode":"NOERROR","rrname":"a.b","rrtype":"A","ttl":1,"rdata":"192.0.2.1"}}""").FieldsOf(NetworkResolution.Model),
        Is.SupersetOf(new[] { "src=10.20.3.14", "dest=10.0.0.1", "dest_port=53", "answer=192.0.2.1" }));

    [Test]
    public void A_handshake_is_a_certificate_and_a_lease_a_session()
    {
        Assert.That(
            ReadEvents.Of("{" + Head + """ "event_type":"tls","tls":{"subject":"CN=a, O=b","issuerdn":"CN=c","serial":"01","fingerprint":"aa:bb","sni":"a","version":"TLS 1.2","notbefore":"2024-01-01T00:00:00","notafter":"2025-01-01T00:00:00"}}""").FieldsOf(Certificate.Model),
            Is.SupersetOf(new[] { "ssl_subject_common_name=a", "ssl_subject_organization=b", "ssl_issuer_common_name=c", "ssl_version=TLSv1.2", "ssl_start_time=1704067200", "ssl_name=a" }));
        Assert.That(
            ReadEvents.Of("""{"timestamp":"2024-03-05T10:00:00.5+0000","event_type":"dhcp","src_ip":"10.0.0.1","dest_ip":"10.0.0.9","proto":"UDP","dhcp":{"type":"reply","dhcp_type":"ack","client_mac":"00:11:22:33:44:55","assigned_ip":"10.0.0.9","lease_time":60,"hostname":"desk"}}""").FieldsOf(NetworkSession.Model),
            Is.SupersetOf(new[] { "action=added", "dest=desk", "dest_ip=10.0.0.9", "src=10.0.0.1" }));
    }

    [Test]
    public void Other_types_are_raw_events() => Assert.That(
        ReadEvents.Of("{" + Head + """ "event_type":"ssh","ssh":{"client":{"software_version":"x"}}}""") is { Models.Count: 0, Raw: [{ SourceType: "suricata" } found] } ? found["ssh.client.software_version"].ToText() : "",
        Is.EqualTo("x"));
}
