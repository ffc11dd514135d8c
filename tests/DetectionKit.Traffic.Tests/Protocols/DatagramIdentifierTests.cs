using DetectionKit.Traffic.Protocols.Dhcp;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Ntp;
using DetectionKit.Traffic.Protocols.Quic;
using DetectionKit.Traffic.Protocols.Ssdp;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class NtpIdentifierTests() : IdentifierContract(new NtpIdentifier())
{
    private static readonly byte[] Monlist = [0x17, 0, 3, 0x2A, .. new byte[44]];

    protected override IEnumerable<byte[]> Datagrams =>
    [
        [0x23, .. new byte[39], 0xE0, 0x9A, 0xB6, 0xA5, 7, 6, 0xDE, 0x1A],
        Say.Hex("24 02 06 E9 00000052 0000010A C0000201 E09AB0AC93804E52 E09AB6A50706DE1A E09AB6A511B7E144 E09AB6A511BA2D30"),
        Monlist,
        Say.Hex("16 02 0001 0000 0000 0000 0000"),
    ];

    [TestCase("24 02 06 E9 00000052 0000010A C0000201 E09AB0AC93804E52 E09AB6A50706DE1A E09AB6A511B7E144", "No")] // too short
    [TestCase("24 22 06 E9 00000052 0000010A C0000201 E09AB0AC93804E52 E09AB6A50706DE1A E09AB6A511B7E144 E09AB6A511BA2D30", "No")] // no such stratum
    [TestCase("3C 02 06 E9 00000052 0000010A C0000201 E09AB0AC93804E52 E09AB6A50706DE1A E09AB6A511B7E144 E09AB6A511BA2D30", "No")] // version 7
    public void Others(string hex, string expected) => Assert.That(Say.Text(Say.Udp(Identifier, Say.Hex(hex))), Is.EqualTo(expected));
}

[TestFixture]
internal sealed class DhcpIdentifierTests() : IdentifierContract(new DhcpIdentifier())
{
    private static readonly byte[] Discover =
        [1, 1, 6, 0, 1, 2, 3, 4, 0, 0, 0x80, 0, .. new byte[16], 2, 0, 0, 0, 0, 1, .. new byte[202], 0x63, 0x82, 0x53, 0x63, 53, 1, 1, 255];

    protected override IEnumerable<byte[]> Datagrams => [Discover, [2, .. Discover.AsSpan(1)]];

    [Test]
    public void What_a_short_capture_leaves_of_it_is_known() =>
        Assert.That(Say.Udp(Identifier, Discover.AsSpan(0, 54), Discover.Length).Bits, Is.GreaterThanOrEqualTo(Evidence.Sufficient));

    [Test]
    public void Another_operation_is_not_its() => Assert.That(Say.Udp(Identifier, [3, .. Discover.AsSpan(1)]).Kind, Is.EqualTo(ClaimKind.No));
}

[TestFixture]
internal sealed class SsdpIdentifierTests() : IdentifierContract(new SsdpIdentifier())
{
    protected override IEnumerable<byte[]> Datagrams =>
    [
        Say.Bytes("M-SEARCH * HTTP/1.1\r\nMAN: \"ssdp:discover\"\r\n\r\n"),
        Say.Bytes("NOTIFY * HTTP/1.1\r\nNTS: ssdp:alive\r\n\r\n"),
        Say.Bytes("HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\n\r\n"),
    ];
}

[TestFixture]
internal sealed class QuicIdentifierTests() : IdentifierContract(new QuicIdentifier())
{
    private static readonly byte[] InitialOne = [.. Say.Hex("C3 00000001 08 8394C8F03E515708 00 00 449E"), .. new byte[1182]];

    protected override IEnumerable<byte[]> Datagrams =>
    [
        InitialOne,
        [.. Say.Hex("D3 6B3343CF 08 8394C8F03E515708 00 00 449E"), .. new byte[1182]],
        Say.Hex("80 00000000 00 08 8394C8F03E515708 00000001 6B3343CF"),
        [.. Say.Hex("0D 8394C8F03E515708 51303433 01"), .. new byte[1300]],
    ];

    [Test]
    public void A_short_header_says_nothing() => Assert.That(Say.Udp(Identifier, Say.Hex("41 00112233445566778899")).Kind, Is.EqualTo(ClaimKind.No));

    [TestCase("C3 00000009 08 8394C8F03E515708 00 00 449E 00000000", "No")] // no such version
    [TestCase("C3 00000001 FF 8394C8F03E515708 00 00 449E 00000000", "No")] // connection id too long
    [TestCase("C3 00000001 08 8394C8F03E515708 00 00 449E 00000000", "No")] // longer than the datagram
    public void Others(string hex, string expected) => Assert.That(Say.Text(Say.Udp(Identifier, Say.Hex(hex))), Is.EqualTo(expected));
}
