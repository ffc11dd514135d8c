using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.TlsBuilder;

namespace DetectionKit.Traffic.Tests.Facts;

internal sealed class SslFactsTests
{
    private static readonly byte[] Der = MakeCertificate();
    private static readonly ushort[] Ciphers = [0xC02F, 0x1301];
    private static readonly byte[] Client = ClientHello(0x0303, Ciphers, ServerName("www.example.test"), Alpn("h2", "http/1.1"));
    private static readonly byte[] Server = [.. ServerHello(0x0303, 0xC02F, Alpn("h2")), .. Certificates(Der), .. Message(14, [])];

    [TestCase(16384, 1400)]
    [TestCase(100, 1400)]
    [TestCase(16384, 1)]
    [TestCase(7, 3)]
    public void A_handshake_gives_the_same_facts_however_records_and_segments_cut_it(int record, int segment)
    {
        var facts = Run(Record(Client, most: record), Record(Server, most: record), segment);
        Assert.That(facts["sni"], Is.EqualTo("www.example.test"));
        Assert.That(facts["alpn_offered"], Is.EqualTo("h2 http/1.1"));
        Assert.That(facts["alpn"], Is.EqualTo("h2"));
        Assert.That(facts["tls_version"], Is.EqualTo("TLSv1.2"));
        Assert.That(facts["cipher"], Is.EqualTo("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"));
        Assert.That(facts["ja3"], Has.Length.EqualTo(32));
        Assert.That(facts["ja3s"], Has.Length.EqualTo(32));
        Assert.That(facts["ja4"], Does.StartWith("t12d0202h2_"));
        Assert.That(facts["ssl_hash_sha256"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Der))));
    }

    [TestCase("ssl_subject", "CN=www.example.test,O=Example\\, Inc.,C=DE")]
    [TestCase("ssl_subject_common_name", "www.example.test")]
    [TestCase("ssl_subject_organization", "Example, Inc.")]
    [TestCase("ssl_issuer_common_name", "www.example.test")]
    [TestCase("ssl_serial", "0102")]
    [TestCase("ssl_start_time", "1704067200")]
    [TestCase("ssl_end_time", "1735689600")]
    [TestCase("ssl_validity_window", "31622400")]
    [TestCase("ssl_signature_algorithm", "ecdsa-with-SHA256")]
    [TestCase("ssl_publickey_algorithm", "id-ecPublicKey")]
    [TestCase("ssl_publickey_curve", "prime256v1")]
    [TestCase("ssl_publickey_bits", "256")]
    [TestCase("ssl_san_dns", "www.example.test *.example.test")]
    [TestCase("ssl_san_ip", "192.0.2.7")]
    [TestCase("ssl_self_issued", "true")]
    [TestCase("ssl_certificate_version", "3")]
    public void A_certificate_gives_its_fields(string name, string expected)
    {
        Assert.That(Run(Record(Client), Record(Server), 1400)[name], Is.EqualTo(expected));
    }

    [Test]
    public void Behind_a_hello_of_thirteen_nothing_is_in_the_clear()
    {
        var server = Record([.. ServerHello(0x0303, 0x1301, Extension(43, [3, 4])), .. Certificates(Der)]);
        var facts = Run(Record(Client), server, 1400);
        Assert.That(facts["tls_version"], Is.EqualTo("TLSv1.3"));
        Assert.That(facts["ssl_serial"], Is.Null);
    }

    [Test]
    public void Of_a_hello_retry_request_the_second_server_hello_counts()
    {
        var retry = ServerHello(0x0303, 0x1302, Extension(43, [3, 4]));
        Convert.FromHexString("CF21AD74E59A6111BE1D8C021E65B891C2A211167ABB8C5E079E09E2C8A8339C").CopyTo(retry, 6);
        byte[] server = [.. Record(retry), .. Record([1], type: 20), .. Record(ServerHello(0x0303, 0x1301, Extension(43, [3, 4])))];
        Assert.That(Run(Record(Client), server, 1400)["cipher"], Is.EqualTo("TLS_AES_128_GCM_SHA256"));
    }

    [Test]
    public void No_mutation_of_a_handshake_throws()
    {
        var random = new Random(20240101);
        for (var round = 0; round < 2000; round++)
        {
            byte[] client = Record(Client), server = Record(Server);
            for (var change = 0; change < 4; change++)
                server[random.Next(server.Length)] = (byte)random.Next(256);
            client[random.Next(5, client.Length)] = (byte)random.Next(256);
            Assert.That(() => Run(client, server[..random.Next(1, server.Length + 1)], random.Next(1, 900)), Throws.Nothing);
        }
    }

    private static FlowFactsOf Run(byte[] client, byte[] server, int segment)
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        foreach (var part in client.Chunk(segment))
            talk.FromClient(TcpFlags.Ack | TcpFlags.Psh, part);
        foreach (var part in server.Chunk(segment))
            talk.FromServer(TcpFlags.Ack | TcpFlags.Psh, part);
        talk.Close();
        return FlowFactsOf.First(capture);
    }

    private static byte[] MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=www.example.test,O=\"Example, Inc.\",C=DE", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("www.example.test");
        names.AddDnsName("*.example.test");
        names.AddIpAddress(System.Net.IPAddress.Parse("192.0.2.7"));
        request.CertificateExtensions.Add(names.Build());
        var generator = X509SignatureGenerator.CreateForECDsa(key);
        using var certificate = request.Create(
            request.SubjectName, generator, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), [1, 2]);
        return certificate.RawData;
    }
}
