using DetectionKit.Abstractions.Models.IntrusionDetection;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Models.Web;

namespace DetectionKit.Logs.Tests.PaloAlto;

public sealed class PaloAltoTests
{
    private const string Traffic =
        "Mar  5 10:00:01 fw1.example.net 1,2024/03/05 10:00:01,0123456789,TRAFFIC,end,2562,2024/03/05 10:00:00,10.20.3.14,203.0.113.80,198.51.100.1,203.0.113.80,out-web,corp\\ann,,web-browsing,vsys1," +
        "trust,untrust,ethernet1/2,ethernet1/1,default,2024/03/05 10:00:00,4711,1,50624,8088,11024,8088,0x400053,tcp,allow,7419,810,6609,25,2024/03/05 09:59:00,58,any,,376156893,0x0,10.0.0.0-10.255.255.255," +
        "United States,,14,11,tcp-fin,0,0,0,0,,fw-one,from-policy,,,0,,0,,N/A,0,0,0,0,0862e58b-0000-0000-0000-000000000000,0,0,,,,,,,";

    private static readonly string[] Fields =
    [
        "action=allowed", "app=web-browsing", "bytes=7419", "bytes_in=6609", "bytes_out=810", "dest=203.0.113.80", "dest_interface=ethernet1/1", "dest_ip=203.0.113.80", "dest_port=8088",
        "dest_translated_ip=203.0.113.80", "dest_translated_port=8088", "dest_zone=untrust", "direction=outbound", "duration=58", "dvc=fw-one", "flow_id=4711", "packets=25", "packets_in=11",
        "packets_out=14", "protocol=ip", "protocol_version=4", "rule=out-web", "session_id=4711", "src=10.20.3.14", "src_interface=ethernet1/2", "src_ip=10.20.3.14", "src_port=50624",
        "src_translated_ip=198.51.100.1", "src_translated_port=11024", "src_zone=trust", "transport=tcp", "user=corp\\ann", "vendor_product=Palo Alto Networks Firewall",
    ];

    [Test]
    public void A_session_is_traffic() => Assert.That(ReadEvents.Of(Traffic).FieldsOf(NetworkTraffic.Model), Is.EqualTo(Fields));

    [TestCase("Mar  5 10:00:01 fw1.example.net ", "fw1.example.net")]
    [TestCase("577 <14>1 2024-03-05T10:00:01-05:00 fw1.example.net - - - - ", "fw1.example.net")]
    [TestCase("<14>Mar 15 10:00:01 fw1.example.net ", "fw1.example.net")]
    [TestCase("", "localhost")]
    public void Whatever_stands_before_it(string header, string host)
    {
        var events = ReadEvents.Of(header + Traffic[Traffic.IndexOf("1,2024", StringComparison.Ordinal)..]);
        Assert.That(events.FieldsOf(NetworkTraffic.Model), Is.EqualTo(Fields));
        Assert.That((events.Raw[0].Host, events.Raw[0].SourceType, events.Raw[0].Time.ToUtc()), Is.EqualTo((host, "pan:traffic", new DateTime(2024, 3, 5, 10, 0, 0, DateTimeKind.Utc))));
    }

    [Test]
    public void Its_raw_event_has_the_add_ons_names()
    {
        var found = ReadEvents.Of(Traffic).Raw.Single();
        Assert.That(
            new[] { "vendor_action", "action", "log_subtype", "session_end_reason", "rule_uuid", "src", "user" }.Select(name => found[name].ToText()),
            Is.EqualTo(new[] { "allow", "allowed", "end", "tcp-fin", "0862e58b-0000-0000-0000-000000000000", "10.20.3.14", "corp\\ann" }));
    }

    [TestCase("deny", "blocked")]
    [TestCase("reset-both", "blocked")]
    [TestCase("block-url", "blocked")]
    [TestCase("alert", "allowed")]
    public void Actions_are_CIMs(string vendor, string action) =>
        Assert.That(ReadEvents.Of(Traffic.Replace(",allow,", $",{vendor},", StringComparison.Ordinal)).FieldsOf(NetworkTraffic.Model), Has.Some.EqualTo("action=" + action));

    [Test]
    public void An_older_version_has_fewer_columns() =>
        Assert.That(ReadEvents.Of(Traffic[..Traffic.IndexOf(",tcp-fin", StringComparison.Ordinal)]).FieldsOf(NetworkTraffic.Model), Is.EqualTo(Fields.Select(field => field is "dvc=fw-one" ? "dvc=0123456789" : field)));

    [Test]
    public void The_form_with_names_says_the_same()
    {
        const string named =
            "2024/03/05 10:00:01 type=TRAFFIC subtype=end time_generated=\"2024/03/05 10:00:00\" device_name=fw-one src=10.20.3.14 dst=203.0.113.80 natsrc=198.51.100.1 natdst=203.0.113.80 rule=out-web srcuser=\"corp\\ann\" " +
            "app=web-browsing from=trust to=untrust inbound_if=ethernet1/2 outbound_if=ethernet1/1 sessionid=4711 sport=50624 dport=8088 natsport=11024 natdport=8088 proto=tcp action=allow bytes=7419 bytes_sent=810 " +
            "bytes_received=6609 packets=25 elapsed=58 pkts_sent=14 pkts_received=11";
        var events = ReadEvents.Of(named);
        Assert.That(events.FieldsOf(NetworkTraffic.Model), Is.EqualTo(Fields));
        Assert.That(events.Raw.Single().SourceType, Is.EqualTo("pan:traffic"));
    }

    [Test]
    public void A_URL_record_is_a_request_and_others_are_attacks()
    {
        var head = "1,2024/03/05 10:00:01,0123456789,THREAT,{0},2562,2024/03/05 10:00:00,10.20.3.14,203.0.113.80,0.0.0.0,0.0.0.0,out-web,,,web-browsing,vsys1,trust,untrust,ethernet1/2,ethernet1/1,default,2024/03/05 10:00:00,4711,1,50624,443,0,0,0x0,tcp,";
        var url = ReadEvents.Of(string.Format(null, head, "url") + "alert,\"example.net/a/b?c=\"\"d\"\"\",(9999),news,informational,client-to-server,1,0x0,US,US,,text/html,0,,,1,\"Mozilla/5.0 (X11, Linux)\",,,http://r.example/,,,,0,0,0,0,0,,fw-one,,,,post,0");
        Assert.That(url.FieldsOf(WebRequest.Model), Is.EqualTo(new[]
        {
            "action=allowed", "app=web-browsing", "category=news", "dest=203.0.113.80", "dest_port=443", "http_content_type=text/html", "http_method=POST", "http_referrer=http://r.example/",
            "http_referrer_domain=r.example", "http_user_agent=Mozilla/5.0 (X11, Linux)", "http_user_agent_length=24", "site=example.net", "src=10.20.3.14", "uri_path=/a/b", "uri_query=c=\"d\"",
            "url=example.net/a/b?c=\"d\"", "url_domain=example.net", "url_length=21", "vendor_product=Palo Alto Networks Firewall",
        }));
        var attack = ReadEvents.Of(string.Format(null, head, "vulnerability") + "reset-both,x.exe,Some Overflow(34567),any,critical,client-to-server,1,0x0,US,US,,,0,abc,,0,,,,,,,,0,0,0,0,0,,fw-one,,,,,0,,0,,N/A,code-execution,AppThreat-1");
        Assert.That(attack.FieldsOf(IdsAttack.Model), Is.EqualTo(new[]
        {
            "action=blocked", "category=code-execution", "dest=203.0.113.80", "dest_port=443", "dvc=fw-one", "file_hash=abc", "file_name=x.exe", "ids_type=network", "severity=critical",
            "signature=Some Overflow", "signature_id=34567", "src=10.20.3.14", "src_port=50624", "transport=tcp", "vendor_product=Palo Alto Networks Firewall",
        }));
    }

    [Test]
    public void What_is_no_record_is_counted() =>
        Assert.That(ReadEvents.Of(Traffic + "\nnoise\n" + Traffic).Outcome!.Counts is { Good: 2, Bad: 1, FirstBad: "line 2: no record of a known type" });
}
