using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using DetectionKit.Traffic.Tests.Protocols;

namespace DetectionKit.Traffic.Tests.Facts;

/// <summary>What is inside: begun in the clear, then another protocol, whose facts are read too.</summary>
internal sealed class InnerTests
{
    private static readonly ushort[] Ciphers = [0xC02F];

    private static readonly byte[] Hello = TlsBuilder.Record(TlsBuilder.ClientHello(0x0303, Ciphers, TlsBuilder.ServerName("inner.example")));
    private static readonly byte[] Answer = TlsBuilder.Record(TlsBuilder.ServerHello(0x0303, 0xC02F));

    // S: the server says it; C: the client does. 0x: in hexadecimal.
    [TestCase("smtp", "S220 mail.example ESMTP Postfix\r\n", "CEHLO a.example\r\n", "S250-mail.example\r\n250 STARTTLS\r\n", "CSTARTTLS\r\n", "S220 go ahead\r\n")]
    [TestCase("imap", "S* OK [CAPABILITY IMAP4rev1 STARTTLS] Dovecot ready.\r\n", "Ca1 STARTTLS\r\n", "Sa1 OK Begin TLS\r\n")]
    [TestCase("pop3", "S+OK Dovecot ready.\r\n", "CSTLS\r\n", "S+OK Begin TLS\r\n")]
    [TestCase("ftp", "S220 FTP server (vsftpd) ready\r\n", "CAUTH TLS\r\n", "S234 Proceed\r\n")]
    [TestCase("xmpp", "C<?xml version='1.0'?><stream:stream to='a.example' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>",
        "S<?xml version='1.0'?><stream:stream from='a.example' id='1' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'><stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>",
        "C<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", "S<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")]
    [TestCase("ldap", "C0x301D02010177188016312E332E362E312E342E312E313436362E3230303337", "S0x300C02010178070A010004000400")]
    [TestCase("postgresql", "C0x0000000804D2162F", "S0x53")]
    [TestCase("mysql", "S0x4A0000000A382E302E333200080000000102030405060708 00 FFFF FF 0200 FFDF 15 00000000000000000000 0102030405060708090A0B0C00 6D7973716C5F6E61746976655F70617373776F726400",
        "C0x2000000105AEFF0F00000040210000000000000000000000000000000000000000000000")]
    [TestCase("socks", "C0x050100", "S0x0500", "C0x0501000306612E7465737401BB", "S0x05000001000000000000")]
    [TestCase("socks", "C0x0401 01BB 00000001 00 612E7465737400", "S0x005A000000000000")]
    [TestCase("rdp", "C0x030000231EE00000000000436F6F6B69653A206D737473686173683D61646D696E0D0A", "S0x030000130ED000001234000209080001000000")]
    public void A_flow_that_turns_to_TLS_keeps_its_name_and_has_ssl_inside(string app, params string[] lines)
    {
        var facts = Run([.. lines]);
        Assert.That((facts.App, facts.Inner, facts["sni"]), Is.EqualTo((app, "ssl", "inner.example")));
    }

    [Test]
    public void A_refused_start_leaves_nothing_inside()
    {
        var facts = Run("S220 mail.example ESMTP Postfix\r\n", "CEHLO a.example\r\n", "S250-mail.example\r\n250 HELP\r\n", "CSTARTTLS\r\n", "S454 TLS not available\r\n");
        Assert.That((facts.App, facts.Inner), Is.EqualTo(("smtp", "")));
    }

    [Test]
    public void What_a_proxy_carries_is_found_by_its_content()
    {
        var facts = Run(false, "C0x050100", "S0x0500", "C0x05010001C00002010016", "S0x05000001000000000000", "SSSH-2.0-OpenSSH_9.6\r\n", "CSSH-2.0-PuTTY_0.80\r\n");
        Assert.That(
            (facts.App, facts.Inner, facts["proxied_host"], facts["server_software"], facts["client_software"]),
            Is.EqualTo(("socks", "ssh", "192.0.2.1", "OpenSSH_9.6", "PuTTY_0.80")));
    }

    [Test]
    public void What_is_inside_may_have_said_all_with_its_first_message()
    {
        var facts = Run(false, "CCONNECT broker.example:1 HTTP/1.1\r\nHost: broker.example\r\n\r\n", "SHTTP/1.1 200 OK\r\n\r\n", "C0x101000044D5154540402003C000461626364", "S0x20020000");
        Assert.That((facts.App, facts.Inner), Is.EqualTo(("http", "mqtt")));
    }

    private static FlowFactsOf Run(params string[] lines) => Run(true, lines);

    private static FlowFactsOf Run(bool tls, params string[] lines)
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        foreach (var line in lines)
        {
            var bytes = Say.Either(line[1..]);
            _ = line[0] == 'S' ? talk.FromServer(TcpFlags.Ack | TcpFlags.Psh, bytes) : talk.FromClient(TcpFlags.Ack | TcpFlags.Psh, bytes);
        }

        if (tls)
            talk.FromClient(TcpFlags.Ack, Hello).FromServer(TcpFlags.Ack, Answer);
        talk.Close();
        return FlowFactsOf.First(capture);
    }
}
