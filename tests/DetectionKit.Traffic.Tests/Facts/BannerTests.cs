using System.Text;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using DetectionKit.Traffic.Tests.Protocols;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Facts;

/// <summary>Names, versions and users that protocols say in the clear; passwords never.</summary>
internal sealed class BannerTests
{
    [TestCase("smtp_helo", "a.example", "S220 mx.example ESMTP Postfix (Debian)\r\n", "CEHLO a.example\r\n")]
    [TestCase("server_software", "Postfix (Debian)", "S220 mx.example ESMTP Postfix (Debian)\r\n", "CEHLO a.example\r\n")]
    [TestCase("user", "joe", "S220 mx.example ESMTP x\r\n", "CEHLO a.example\r\n", "S250 AUTH PLAIN\r\n", "CAUTH PLAIN AGpvZQBzZWNyZXQ=\r\n")]
    [TestCase("user", "joe", "S220 mx.example ESMTP x\r\n", "CEHLO a.example\r\n", "S250 AUTH LOGIN\r\n", "CAUTH LOGIN\r\n", "S334 VXNlcm5hbWU6\r\n", "Cam9l\r\n", "S334 x\r\n", "Cc2VjcmV0\r\n")]
    [TestCase("user", "joe", "S+OK Dovecot ready.\r\n", "CUSER joe\r\n", "S+OK\r\n", "CPASS secret\r\n")]
    [TestCase("server_software", "Dovecot ready.", "S+OK Dovecot ready.\r\n", "CUSER joe\r\n", "S+OK\r\n", "CPASS secret\r\n")]
    [TestCase("user", "joe", "S* OK IMAP4rev1 Service Ready\r\n", "Ca1 LOGIN \"joe\" secret\r\n", "Sa1 OK LOGIN completed\r\n")]
    [TestCase("user", "joe", "S220 (vsFTPd 3.0.5)\r\n", "CUSER joe\r\n", "S331 Please specify the password.\r\n", "CPASS secret\r\n")]
    [TestCase("server_software", "(vsFTPd 3.0.5)", "S220 (vsFTPd 3.0.5)\r\n", "CUSER joe\r\n", "S331 Please specify the password.\r\n")]
    [TestCase("vnc_version", "003.008", "SRFB 003.008\n", "CRFB 003.007\n")]
    [TestCase("server_software", "MySQL 8.0.32", "S0x4A0000000A382E302E333200080000000102030405060708 00 FFFF FF 0200 FFDF 15 00000000000000000000 0102030405060708090A0B0C00 6D7973716C5F6E61746976655F70617373776F726400")]
    [TestCase("rdp_cookie", "admin", "C0x030000231EE00000000000436F6F6B69653A206D737473686173683D61646D696E0D0A")]
    [TestCase("mqtt_client_id", "cl", "C0x10 17 0004 4D515454 04 C2 003C 0002 636C 0003 6A6F65 0004 70617373", "S0x20020000")]
    [TestCase("user", "joe", "C0x10 17 0004 4D515454 04 C2 003C 0002 636C 0003 6A6F65 0004 70617373", "S0x20020000")]
    public void A_fact_is_read(string name, string expected, params string[] lines)
    {
        Assert.That(Run(lines)[name], Is.EqualTo(expected));
    }

    [Test]
    public void Ssh_tells_software_fingerprints_and_what_was_agreed()
    {
        var client = KeyExchange("curve25519-sha256,ext-info-c", "aes256-ctr,aes128-ctr", "hmac-sha2-256", "none,zlib");
        var server = KeyExchange("curve25519-sha256", "aes128-ctr", "hmac-sha2-256,hmac-sha1", "none");
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Answers("SSH-2.0-OpenSSH_9.6\r\n").Says("SSH-2.0-PuTTY_Release_0.80\r\n").FromClient(TcpFlags.Ack, client).FromServer(TcpFlags.Ack, server).Close();
        var facts = FlowFactsOf.First(capture);
        Assert.That(
            (facts["client_software"], facts["server_software"], facts["ssh_cipher"], facts["hassh"], facts["hassh_server"]),
            Is.EqualTo((
                "PuTTY_Release_0.80", "OpenSSH_9.6", "aes128-ctr",
                Md5("curve25519-sha256,ext-info-c;aes256-ctr,aes128-ctr;hmac-sha2-256;none,zlib"), Md5("curve25519-sha256;aes128-ctr;hmac-sha2-256,hmac-sha1;none"))));
    }

    [Test]
    public void Media_that_a_description_announces_are_known_where_their_bytes_do_not_tell()
    {
        const string invite = "INVITE sip:b@example SIP/2.0\r\nUser-Agent: phone 1\r\nContent-Type: application/sdp\r\n\r\nv=0\r\nc=IN IP4 10.0.0.1\r\nm=audio 4000 RTP/AVP 0\r\n";
        var capture = new CaptureBuilder()
            .AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(5062, 5061, Encoding.Latin1.GetBytes(invite))))
            .AddIp(Ip("192.0.2.1", "10.0.0.1", 17, Udp(6000, 4000, [0x80, 0x00, 1])));
        Assert.That(capture.Flows().Select(flow => flow.App), Is.EqualTo(new[] { "sip", "rtp" }));
    }

    [Test]
    public void A_file_that_tftp_sends_from_another_port_is_tftp()
    {
        var capture = new CaptureBuilder()
            .AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(5000, 1069, Encoding.Latin1.GetBytes("\0\u0001a.bin\0octet\0"))))
            .AddIp(Ip("192.0.2.1", "10.0.0.1", 17, Udp(6000, 5000, [9, 9, 9])));
        Assert.That(capture.Flows().Select(flow => flow.App), Is.EqualTo(new[] { "tftp", "tftp" }));
    }

    [Test]
    public void No_mutation_of_what_was_said_throws()
    {
        string[][] talks =
        [
            ["S220 mx.example ESMTP Postfix (Debian)\r\n", "CEHLO a\r\n", "S250 x\r\n", "CAUTH PLAIN AGpvZQBzZWNyZXQ=\r\n", "CMAIL FROM:<a@b>\r\n"],
            ["C0x050100", "S0x0500", "C0x0501000306612E7465737401BB", "S0x05000001000000000000", "CGET / HTTP/1.1\r\n\r\n"],
            ["C0x10 17 0004 4D515454 04 C2 003C 0002 636C 0003 6A6F65 0004 70617373", "S0x20020000"],
            ["C0x301D02010177188016312E332E362E312E342E312E313436362E3230303337", "S0x300C02010178070A010004000400"],
            ["C0x030000231EE00000000000436F6F6B69653A206D737473686173683D61646D696E0D0A", "S0x030000130ED000001234000209080001000000"],
        ];
        var random = new Random(7);
        for (var round = 0; round < 1000; round++)
        {
            var talk = talks[round % talks.Length].Select(line => (Server: line[0] == 'S', Bytes: Say.Either(line[1..]))).ToArray();
            var (_, bytes) = talk[random.Next(talk.Length)];
            for (var change = 0; change < 3; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.That(() => Run(talk), Throws.Nothing);
        }
    }

    private static FlowFactsOf Run(string[] lines) => Run([.. lines.Select(line => (line[0] == 'S', Say.Either(line[1..])))]);

    private static FlowFactsOf Run((bool Server, byte[] Bytes)[] talk)
    {
        var capture = new CaptureBuilder();
        var conversation = new Conversation(capture).Open();
        foreach (var (server, bytes) in talk)
            _ = server ? conversation.FromServer(TcpFlags.Ack | TcpFlags.Psh, bytes) : conversation.FromClient(TcpFlags.Ack | TcpFlags.Psh, bytes);
        conversation.Close();
        return FlowFactsOf.First(capture);
    }

    private static string Md5(string text) => DetectionKit.Traffic.Protocols.Ssl.TlsFingerprints.Md5(text);

    private static byte[] KeyExchange(string kex, string cipher, string mac, string compression)
    {
        byte[] body = [20, .. new byte[16], .. Name(kex), .. Name("ssh-ed25519"), .. Name(cipher), .. Name(cipher), .. Name(mac), .. Name(mac), .. Name(compression), .. Name(compression), .. Name(""), .. Name(""), 0, 0, 0, 0, 0];
        return [0, 0, (byte)((body.Length + 5) >> 8), (byte)(body.Length + 5), 4, .. body, 0, 0, 0, 0];
    }

    private static byte[] Name(string text) => [0, 0, (byte)(text.Length >> 8), (byte)text.Length, .. Encoding.Latin1.GetBytes(text)];
}
