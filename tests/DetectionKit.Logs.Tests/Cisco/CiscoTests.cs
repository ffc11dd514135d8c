using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.NetworkTraffic;

namespace DetectionKit.Logs.Tests.Cisco;

public sealed class CiscoTests
{
    [TestCase("%ASA-6-302013: Built inbound TCP connection 7 for outside:192.0.2.1/50000 (192.0.2.1/50000) to inside:10.0.0.5/443 (203.0.113.5/443)", "action=allowed,direction=inbound,src=192.0.2.1,src_port=50000,src_zone=outside,dest=10.0.0.5,dest_port=443,dest_zone=inside,session_id=7,transport=tcp")]
    [TestCase("%ASA-6-302013: Built outbound TCP connection 7 for outside:192.0.2.1/8088 (192.0.2.1/8088) to inside:10.0.0.5/50000 (203.0.113.5/50000) (kim)", "action=allowed,direction=outbound,src=10.0.0.5,src_port=50000,dest=192.0.2.1,dest_port=8088,user=kim")]
    [TestCase("%FTD-6-302015: Built outbound UDP connection 8 for outside:192.0.2.1/53 (192.0.2.1/53) to inside:10.0.0.5/50000 (203.0.113.5/50000)", "src=10.0.0.5,dest_port=53,transport=udp,vendor_product=Cisco FTD")]
    [TestCase("%ASA-6-302014: Teardown TCP connection 7 for outside:192.0.2.1/443 to inside:10.0.0.5/50000 duration 0:01:05 bytes 1000 TCP FINs", "action=teardown,src=10.0.0.5,dest=192.0.2.1,dest_port=443,duration=65,bytes=1000")]
    [TestCase("%ASA-6-302020: Built inbound ICMP connection for faddr 192.0.2.1/1 gaddr 203.0.113.5/0 laddr 10.0.0.5/0", "transport=icmp,src=192.0.2.1,dest=203.0.113.5")]
    [TestCase("%ASA-4-106023: Deny tcp src outside:192.0.2.1/50000 dst inside:10.0.0.5/445 by access-group \"out_in\" [0x0, 0x0]", "action=blocked,src=192.0.2.1,dest=10.0.0.5,dest_port=445,rule=out_in")]
    [TestCase("%ASA-4-106023: Deny icmp src outside:192.0.2.1 dst inside:10.0.0.5 (type 8, code 0) by access-group \"out_in\"", "action=blocked,icmp_type=8,icmp_code=0,transport=icmp")]
    [TestCase("%ASA-6-106100: access-list out_in permitted tcp outside/192.0.2.1(50000) -> inside/10.0.0.5(22) hit-cnt 1 first hit", "action=allowed,src_zone=outside,dest_port=22,rule=out_in")]
    [TestCase("%ASA-2-106001: Inbound TCP connection denied from 192.0.2.1/50000 to 10.0.0.5/23 flags SYN on interface outside", "action=blocked,src=192.0.2.1,dest_port=23,transport=tcp")]
    [TestCase("%ASA-3-710003: TCP access denied by ACL from 192.0.2.1/50000 to outside:203.0.113.5/22", "action=blocked,dest_port=22,dest_zone=outside")]
    public void A_firewalls_message_about_a_connection_is_traffic(string message, string fields)
    {
        var events = ReadEvents.Of($"<166>Mar  5 10:00:01 fw1 : {message}\n");
        Assert.That(events.FieldsOf(NetworkTraffic.Model), Is.SupersetOf(fields.Split(',')));
        Assert.That((events.Raw.Single().SourceType, events.Raw[0].Host), Is.EqualTo(("cisco:asa", "fw1")));
    }

    [TestCase("%ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 10.0.0.9 : user = kim : user IP = 192.0.2.1", "action=failure,reason=AAA failure,src=192.0.2.1,user=kim")]
    [TestCase("%ASA-6-605005: Login permitted from 10.0.0.7/50000 to inside:10.0.0.1/ssh for user \"kim\"", "action=success,user=kim")]
    [TestCase("%ASA-6-113039: Group <G> User <kim> IP <192.0.2.1> AnyConnect parent session started.", "action=success,src=192.0.2.1,user=kim")]
    public void A_firewalls_message_about_a_logon_is_an_authentication(string message, string fields) =>
        Assert.That(ReadEvents.Of($"Mar  5 10:00:01 fw1 {message}\n").FieldsOf(AuthenticationEvent.Model), Is.SupersetOf(fields.Split(',')));

    [Test]
    public void Other_messages_are_raw_events() =>
        Assert.That(ReadEvents.Of("Mar  5 10:00:01 fw1 %ASA-5-111008: User 'kim' executed the 'show run' command.\n") is { Models.Count: 0, Raw: [var raw] } && raw["message_id"].ToText() is "111008");

    [Test]
    public void A_switchs_message_has_its_parts() => Assert.That(
        ReadEvents.Of("<189>77: sw1: 000123: *Mar  5 2024 10:00:01.123: %SISF-4-MAC_THEFT: MAC Theft Cand IP=10.0.0.7 VLAN=12 MAC=0011.2233.4455 IF=GigabitEthernet1/0/5\n").Fields(),
        Is.SupersetOf(new[] { "eventtype=cisco_ios", "facility=SISF", "mnemonic=MAC_THEFT", "severity=warning", "src_int_prefix_long=GigabitEthernet", "src_int_suffix=1/0/5", "src_ip=10.0.0.7", "src_mac=0011.2233.4455", "src_vlan=12" }));
}
