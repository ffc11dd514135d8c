using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.NetBiosNs;
using DetectionKit.Traffic.Protocols.NetBiosSsn;
using DetectionKit.Traffic.Protocols.Smb;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class NetBiosNsIdentifierTests() : IdentifierContract(new NetBiosNsIdentifier())
{
    private const string Name = "20 4648464145424545434143414341434143414341434143414341434143414141 00";

    protected override IEnumerable<byte[]> Datagrams =>
    [
        Say.Hex("80F0 0110 0001 0000 0000 0000" + Name + "0020 0001"),
        Say.Hex("80F0 8580 0000 0001 0000 0000" + Name + "0020 0001 000493E0 0006 0000 C0000201"),
        Say.Hex("80F1 2910 0001 0000 0000 0001" + Name + "0020 0001 C00C 0020 0001 000493E0 0006 0000 C0000201"),
    ];

    [Test]
    public void A_query_that_the_capture_cut_within_its_name_is_its() =>
        Assert.That(Say.Udp(Identifier, Say.Hex("80F0 0110 0001 0000 0000 0000 20 46484641454245454341434143"), wireLength: 50).Bits, Is.GreaterThanOrEqualTo(Evidence.Decisive));

    [Test]
    public void A_plain_name_is_not_its() =>
        Assert.That(Say.Udp(Identifier, Say.Hex("1234 0100 0001 0000 0000 0000 0161 00 0021 0001")).Kind, Is.EqualTo(ClaimKind.No));
}

[TestFixture]
internal sealed class SmbIdentifierTests() : IdentifierContract(new SmbIdentifier())
{
    private const string SessionRequest = "81 00 0044 20 4648464145424545434143414341434143414341434143414341434143414141 00 20 4648464145424545434143414341434143414341434143414341434143414141 00";
    private const string SmbOne = "00 000023 FF534D42 72 00000000 18 53C8 0000 0000000000000000 0000 0000 FFFE 0000 0000 00 0000";
    private const string SmbTwo = "00 000044 FE534D42 4000 0000 00000000 0000 1F00 00000000 00000000";

    protected override IEnumerable<byte[]> Streams => [Say.Hex(SmbOne), Say.Hex(SmbTwo), Say.Hex(SessionRequest + SmbOne), Say.Hex("82 000000" + SmbOne)];

    [TestCase("00 000044 FE534D42 4100", "No")]
    [TestCase("00 000010 FF534D42 72 00000000", "No")]
    [TestCase("00 000044 FE534D43 4000", "No")]
    public void Others(string hex, string expected) => Assert.That(Say.Text(Say.Tcp(Identifier, Say.Hex(hex))), Is.EqualTo(expected));

    [Test]
    public void A_session_that_was_set_up_and_carried_nothing_is_the_session_services()
    {
        var request = Say.Hex(SessionRequest);
        Assert.Multiple(() =>
        {
            Assert.That(Say.Tcp(Identifier, request).Kind, Is.EqualTo(ClaimKind.No));
            Assert.That(Say.Tcp(new NetBiosSsnIdentifier(), request, complete: false).Kind, Is.EqualTo(ClaimKind.More));
            Assert.That(Say.Text(Say.Tcp(new NetBiosSsnIdentifier(), request)), Is.EqualTo("Client: session set-up"));
        });
    }
}
