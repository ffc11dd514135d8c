using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Rdp;
using DetectionKit.Traffic.Protocols.Telnet;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class RdpIdentifierTests() : IdentifierContract(new RdpIdentifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        [.. Say.Hex("0300 002B 26 E0 0000 0000 00"), .. Say.Bytes("Cookie: mstshash=a\r\n"), .. Say.Hex("01000800 01000000 0000 0000")],
        Say.Hex("0300 0013 0E E0 0000 0000 00 01 00 0800 03000000"),
        Say.Hex("0300 0013 0E D0 0000 1234 00 02 1F 0800 02000000"),
        Say.Hex("0300 000B 06 D0 0000 1234 00"),
    ];

    protected override IEnumerable<byte[]> Datagrams => [[.. Say.Hex("FFFFFFFF 0040 1801 0B127F15 04D0 04D0"), .. new byte[1216]]];

    [TestCase("0300 0016 11 E0 0000 0001 00 C0010A C1020100 C2020102", "No")] // S7comm's
    [TestCase("0300 0007 02 F0 00 00 00 00", "No")]
    public void Others(string hex, string expected) => Assert.That(Say.Text(Say.Tcp(Identifier, Say.Hex(hex))), Is.EqualTo(expected));
}

[TestFixture]
internal sealed class TelnetIdentifierTests() : IdentifierContract(new TelnetIdentifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        Say.Hex("FFFD18 FFFD20 FFFD23 FFFD27"),
        [.. Say.Hex("FFFB01 FFFB03"), .. Say.Bytes("login: ")],
        Say.Hex("FFFA18 00 78 74 65 72 6D FFF0"),
    ];

    [TestCase("FFFB90 64 00 00 00 00")] // an MPEG frame
    [TestCase("FFFE FFFE FFFE FFFE")]
    [TestCase("FFFB01 80 81 82 83 84 85")]
    public void Others(string hex) => Assert.That(Say.Tcp(Identifier, Say.Hex(hex)).Bits, Is.LessThan(Evidence.Sufficient));
}
