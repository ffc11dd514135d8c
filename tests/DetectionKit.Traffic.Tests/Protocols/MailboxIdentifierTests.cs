using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Imap;
using DetectionKit.Traffic.Protocols.Nntp;
using DetectionKit.Traffic.Protocols.Pop3;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class ImapIdentifierTests() : IdentifierContract(new ImapIdentifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        Say.Bytes("* OK [CAPABILITY IMAP4rev1] ready\r\n"),
        Say.Bytes("a001 LOGIN me secret\r\n"),
        Say.Bytes("1 CAPABILITY\r\n"),
        Say.Bytes("* CAPABILITY IMAP4rev1 IDLE\r\na OK done\r\n"),
    ];

    [TestCase("* bullet point\r\n")]
    [TestCase("* OK, this is a list\r\n* of things")]
    [TestCase("chapter1 begins here\r\n")]
    [TestCase("1 apple\r\n2 pears\r\n")]
    public void Prose_is_not(string text) => Assert.That(Say.Tcp(Identifier, Say.Bytes(text)).Bits, Is.LessThanOrEqualTo(Evidence.Sufficient));
}

[TestFixture]
internal sealed class Pop3IdentifierTests() : IdentifierContract(new Pop3Identifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        Say.Bytes("+OK POP3 ready <1.2@mail.example>\r\n"),
        Say.Bytes("CAPA\r\nSTLS\r\n"),
        Say.Bytes("USER a\r\nPASS b\r\nUIDL\r\n"),
    ];

    [TestCase("+OK\r\n+OK\r\n+OK\r\n+OK\r\n")]
    [TestCase("-ERR unknown command 'FOO'\r\n")]
    [TestCase("STAT\r\n")]
    public void Too_little(string text) => Assert.That(Say.Tcp(Identifier, Say.Bytes(text)).Bits, Is.LessThan(Evidence.Sufficient));
}

[TestFixture]
internal sealed class NntpIdentifierTests() : IdentifierContract(new NntpIdentifier())
{
    protected override IEnumerable<byte[]> Streams => [Say.Bytes("200 news.example InterNetNews NNRP server\r\n"), Say.Bytes("MODE READER\r\nGROUP comp.lang.c\r\n")];
}
