using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.IntrusionDetection;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Models.Web;

namespace DetectionKit.Logs.Tests.Fortinet;

public sealed class FortiGateTests
{
    private const string Head = "<189>date=2024-03-05 time=10:00:01 devname=\"fw1\" devid=\"FG100\" logid=\"0000000013\" vd=\"root\" ";

    [Test]
    public void A_session_is_traffic()
    {
        var events = ReadEvents.Of(Head + "type=\"traffic\" subtype=\"forward\" srcip=10.0.0.7 srcport=50000 srcintf=\"lan\" dstip=192.0.2.1 dstport=8088 dstintf=\"wan\" sessionid=7 proto=6 action=\"close\" policyid=3 policyname=\"out\" app=\"HTTP\" duration=9 sentbyte=100 rcvdbyte=900 sentpkt=2 rcvdpkt=3");
        Assert.That(events.FieldsOf(NetworkTraffic.Model), Is.EqualTo(new[]
        {
            "action=allowed", "app=HTTP", "bytes=1000", "bytes_in=900", "bytes_out=100", "dest=192.0.2.1", "dest_interface=wan", "dest_ip=192.0.2.1", "dest_port=8088", "direction=outbound", "duration=9", "dvc=fw1", "packets_in=3",
            "packets_out=2", "protocol=ip", "protocol_version=4", "rule=out", "session_id=7", "src=10.0.0.7", "src_interface=lan", "src_ip=10.0.0.7", "src_port=50000", "transport=tcp", "vendor_product=Fortinet FortiGate",
        }));
        Assert.That(events.Raw.Single() is var raw ? (raw.SourceType, raw.Host, raw["vendor_action"].ToText(), raw.Time.ToUtc()) : default, Is.EqualTo(("fortigate_traffic", "fw1", "close", new DateTime(2024, 3, 5, 10, 0, 1, DateTimeKind.Utc))));
    }

    [TestCase("deny", "blocked")]
    [TestCase("accept", "allowed")]
    [TestCase("server-rst", "allowed")]
    public void What_became_of_a_session_is_said_in_CIMs_words(string said, string action) =>
        Assert.That(ReadEvents.Of(Head + $"type=traffic subtype=forward srcip=10.0.0.7 dstip=192.0.2.1 proto=17 action={said}").FieldsOf(NetworkTraffic.Model), Does.Contain("action=" + action));

    [Test]
    public void Attacks_requests_and_logons_are_events_of_their_models()
    {
        Assert.That(
            ReadEvents.Of(Head + "type=utm subtype=ips srcip=10.0.0.7 dstip=192.0.2.1 dstport=80 proto=6 action=dropped attack=\"Probe.X\" attackid=5 severity=high").FieldsOf(IdsAttack.Model),
            Is.SupersetOf(new[] { "action=blocked", "severity=high", "signature=Probe.X", "signature_id=5" }));
        Assert.That(
            ReadEvents.Of(Head + "type=utm subtype=webfilter srcip=10.0.0.7 dstip=192.0.2.1 proto=6 action=blocked hostname=a.example url=/x catdesc=Games").FieldsOf(WebRequest.Model),
            Is.SupersetOf(new[] { "action=blocked", "category=Games", "url=a.example/x", "url_domain=a.example" }));
        Assert.That(
            ReadEvents.Of(Head + "type=event subtype=system user=admin srcip=10.0.0.7 action=login status=failed reason=passwd_invalid").FieldsOf(AuthenticationEvent.Model),
            Is.SupersetOf(new[] { "action=failure", "dest=fw1", "reason=passwd_invalid", "src=10.0.0.7", "user=admin" }));
    }
}
