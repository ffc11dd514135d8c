using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Events;

/// <summary>Messages of DHCPv6 as Network_Sessions has them.</summary>
internal sealed class DhcpV6EventsTests
{
    private const string ClientId = "0001000E 0001 0001 2A2B2C2D 020000000009";
    private const string ServerId = "0002000A 0003 0001 020000000001";
    private const string Address = "20010DB8000000000000000000000077";
    private const string Lease = "00030028 00000001 00000708 00000B40 0005 0018" + Address + "00000E10 00001C20";
    private const string Refused = "00030034 00000001 00000000 00000000 0005 0024" + Address + "00000000 00000000 000D 0008 0002 6E6F6E65 2020";
    private const string Prefix = "00190029 00000001 00000708 00000B40 001A 0019 00000E10 00001C20 38 20010DB8000A0000 0000000000000000";
    private const string Name = "0027000B 00 0468 6F7374 0161 0162 00";

    [TestCase("01 ABCDEF" + ClientId, "SOLICIT", "unknown", "unknown", "unknown", null, false)]
    [TestCase("07 ABCDEF" + ClientId + ServerId + Lease, "REPLY", "added", "2001:db8::77", "unknown", 7200L, true)]
    [TestCase("07 ABCDEF" + ClientId + ServerId + Prefix, "REPLY", "added", "unknown", "2001:db8:a::/56", 7200L, true)]
    [TestCase("07 ABCDEF" + ClientId + ServerId + Refused, "REPLY", "blocked", "2001:db8::77", "unknown", 0L, true)]
    [TestCase("08 ABCDEF" + ClientId + ServerId + Lease, "RELEASE", "removed", "2001:db8::77", "unknown", 7200L, false)]
    [TestCase("0D 00 00000000000000000000000000000000 FE800000000000000000000000000002 0009 0050 07 ABCDEF" + ClientId + ServerId + Lease, "REPLY", "added", "2001:db8::77", "unknown", 7200L, true)]
    public void A_message_is_an_event(string message, string signature, string action, string address, string scope, long? lease, bool fromServer)
    {
        var e = Run(message);
        Assert.That(
            (e.Signature, e.Action, e.DestIp.IsNone ? "unknown" : e.DestIp.ToString(), e.LeaseScope, e.LeaseDuration, e.DestMac, e.Src),
            Is.EqualTo((signature, action, address, scope, lease, "02:00:00:00:00:09", fromServer ? "fe80::1" : "unknown")));
    }

    [Test]
    public void A_host_that_tells_its_name_is_called_by_it()
    {
        var e = Run("03 ABCDEF" + ClientId + Name);
        Assert.That((e.Dest, e.DestDns, e.Signature, e.SignatureId), Is.EqualTo(("host.a.b", "host.a.b", "REQUEST", "3")));
    }

    [Test]
    public void A_message_that_ends_anywhere_throws_nothing()
    {
        var whole = Convert.FromHexString(("07ABCDEF" + ClientId + ServerId + Lease + Prefix + Name).Replace(" ", "", StringComparison.Ordinal));
        for (var length = 1; length < whole.Length; length++)
            Assert.That(() => ModelEvents.Of(Capture(whole[..length])), Throws.Nothing);
    }

    private static NetworkSession Run(string message) =>
        ModelEvents.Of(Capture(Convert.FromHexString(message.Replace(" ", "", StringComparison.Ordinal)))).OfType<NetworkSession>().Single();

    private static CaptureBuilder Capture(byte[] message) => new CaptureBuilder().AddIp(Ip("fe80::1", "fe80::2", 17, Udp(547, 546, message)));
}
