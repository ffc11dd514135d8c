using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Ftp;
using DetectionKit.Traffic.Protocols.Smtp;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class SmtpIdentifierTests() : IdentifierContract(new SmtpIdentifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        Say.Bytes("EHLO a.example\r\nMAIL FROM:<a@b.example>\r\n"),
        Say.Bytes("220 mx.example ESMTP ready\r\n250-mx.example\r\n250-PIPELINING\r\n250 8BITMIME\r\n"),
        Say.Bytes("220 mx.example\r\n250 hello\r\n250 2.1.0 Ok\r\n354 go on\r\n"),
    ];
}

[TestFixture]
internal sealed class FtpIdentifierTests() : IdentifierContract(new FtpIdentifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        Say.Bytes("USER anonymous\r\nPASS a@b\r\nSYST\r\nPASV\r\n"),
        Say.Bytes("220 FTP server ready\r\n"),
        Say.Bytes("220-Welcome\r\n no uploads here\r\n220 be kind\r\n331 Password required\r\n230 Logged in\r\n"),
    ];
}

/// <summary>A banner of three digits is FTP's, SMTP's or NNTP's: who is meant shows in the words, else in what follows.</summary>
[TestFixture]
internal sealed class BannerTests
{
    [TestCase("220 mx.example ESMTP Postfix\r\n", "smtp")]
    [TestCase("220 ProFTPD Server\r\n", "ftp")]
    [TestCase("220 welcome\r\n", "")]
    [TestCase("220-welcome\r\n220-to this\r\n220 place\r\n", "")]
    [TestCase("220 welcome\r\n331 password please\r\n", "ftp")]
    [TestCase("220 welcome\r\n250 pleased to meet you\r\n250 2.1.0 sender ok\r\n", "smtp")]
    [TestCase("200 news.example NNRP ready\r\n", "")]
    [TestCase("220 volt is the mains voltage\n here", "")]
    [TestCase("554 No SMTP service here\r\n", "")]
    public void A_servers_side(string text, string expected)
    {
        var bytes = Say.Bytes(text);
        Assert.That(Verdict(Say.Tcp(new SmtpIdentifier(), bytes), Say.Tcp(new FtpIdentifier(), bytes)), Is.EqualTo(expected));
    }

    [TestCase("EHLO a.example\r\n", "smtp")]
    [TestCase("USER a\r\nPASS b\r\nQUIT\r\n", "ftp")]
    [TestCase("QUIT\r\n", "")]
    [TestCase("PORT OF CALL\r\n", "")]
    [TestCase("HELP\r\nNOOP\r\n", "")]
    [TestCase("mail from:<a@b>\r\n", "smtp")]
    [TestCase("List of things\r\nto do today\r\n", "")]
    public void A_clients_side(string text, string expected)
    {
        var bytes = Say.Bytes(text);
        Assert.That(Verdict(Say.Tcp(new SmtpIdentifier(), bytes), Say.Tcp(new FtpIdentifier(), bytes)), Is.EqualTo(expected));
    }

    private static string Verdict(Claim smtp, Claim ftp) =>
        Math.Max(smtp.Bits, ftp.Bits) < Evidence.Sufficient || smtp.Bits == ftp.Bits ? "" : smtp.Bits > ftp.Bits ? "smtp" : "ftp";
}
