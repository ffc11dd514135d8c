using DetectionKit.Traffic.Protocols.Ssh;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class SshIdentifierTests() : IdentifierContract(new SshIdentifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        Say.Bytes("SSH-2.0-OpenSSH_9.6\r\n"),
        Say.Bytes("SSH-1.99-Cisco-1.25\n"),
        Say.Hex("000000B4 06 14 00112233445566778899AABBCCDDEEFF 00000011 637572766532353531392D736861323536"),
    ];

    [TestCase("SSH-2.0-x", "Peer: identification string")]
    [TestCase("SSH-2.0", "Peer: identification string, cut")]
    [TestCase("SSH is secure\r\n", "No")]
    [TestCase("SSH-agent running\r\n", "No")]
    public void Lines(string text, string expected) => Assert.That(Say.Text(Say.Tcp(Identifier, Say.Bytes(text))), Is.EqualTo(expected));
}
