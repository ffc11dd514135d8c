using System.Globalization;
using System.Net.Security;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
using DetectionKit.Traffic.Protocols.X509;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>What the messages of a handshake say, as facts of the flow. TLS, DTLS and QUIC have the same messages.</summary>
/// <param name="carrier">JA4's letter: t, d or q.</param>
internal sealed class HandshakeFacts(char carrier) : IHandshakeMessages
{
    private const int MostCertificates = 16;

    private bool _clientSaid;
    private bool _serverSaid;
    private bool _retry;
    private bool _thirteen;
    private bool _serverCertificate;
    private bool _clientCertificate;

    /// <summary>Where to say them; set before each read.</summary>
    public FlowNotes? Notes { get; set; }

    /// <inheritdoc/>
    public bool GoesOnBehindChangeCipherSpec => _retry;

    /// <summary>Whether what follows is encrypted for sure: TLS 1.3 behind its ServerHello.</summary>
    /// <param name="client">Of the side that sends the ClientHello.</param>
    public bool IsEncrypted(bool client) => _thirteen && !client;

    /// <inheritdoc/>
    public void OnMessage(byte type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case 1 when !_clientSaid && ClientHello.Read(body, carrier == 'd') is { } hello:
                _clientSaid = true;
                Say(hello);
                break;
            case 2 when !_serverSaid && ServerHello.Read(body) is { } hello:
                _retry = hello.IsRetry;
                _serverSaid = !hello.IsRetry;
                if (_serverSaid)
                    Say(hello);
                break;
            case 11 when !_thirteen:
                Certificates(body);
                break;
        }
    }

    /// <summary>Says what a hello of SSL 2.0's form tells.</summary>
    /// <param name="record">The whole record.</param>
    /// <param name="notes">Where to.</param>
    public void SayTwo(ReadOnlySpan<byte> record, FlowNotes notes)
    {
        Notes = notes;
        var reader = new ByteReader(record[((record[0] & 0x80) != 0 ? 2 : 3)..]);
        if (reader.U8() == 1)
        {
            Fact("tls_client_version", TlsVersions.Name(reader.U16()));
            return;
        }

        reader.Skip(2);
        Fact("tls_version", TlsVersions.Name(reader.U16()));
        var length = reader.U16();
        reader.Skip(4);
        SayCertificate(reader.Take(length), first: true, client: false);
    }

    private void Say(ClientHello hello)
    {
        Fact("tls_client_version", TlsVersions.Name(hello.HighestVersion));
        Fact("sni", hello.Extensions.ServerName);
        foreach (var protocol in hello.Extensions.Protocols)
            Fact("alpn_offered", protocol);
        Fact("ja3", () => TlsFingerprints.Ja3(hello));
        Fact("ja4", () => TlsFingerprints.Ja4(hello, carrier));
    }

    private void Say(ServerHello hello)
    {
        _thirteen = TlsVersions.IsThirteen(hello.ChosenVersion);
        Fact("tls_version", TlsVersions.Name(hello.ChosenVersion));
        Fact("cipher", CipherName(hello.Cipher));
        if (hello.Extensions.Protocols is [var chosen, ..])
            Fact("alpn", chosen);
        Fact("ja3s", () => TlsFingerprints.Ja3S(hello));
        if (!_thirteen && hello.SessionId.Length > 0)
            Fact("ssl_session_id", Convert.ToHexStringLower(hello.SessionId));
    }

    /// <summary>A chain, the leaf first (RFC 5246 section 7.4.2). Whoever sent one first is the server: it sends before the client does.</summary>
    private void Certificates(ReadOnlySpan<byte> body)
    {
        var client = _serverCertificate;
        if (client && _clientCertificate)
            return;
        (_serverCertificate, _clientCertificate) = (true, client);
        var reader = new ByteReader(body);
        reader.Skip(3);
        for (var count = 0; reader.Left > 3 && count < MostCertificates; count++)
        {
            var der = reader.Take(reader.U24());
            if (reader.Short)
                return;
            SayCertificate(der, count == 0, client);
        }
    }

    private void SayCertificate(ReadOnlySpan<byte> der, bool first, bool client)
    {
        if (!der.IsEmpty && Notes is { } notes)
            CertificateFacts.Say(der, client ? CertificatePlace.Client : first ? CertificatePlace.Server : CertificatePlace.Chain, notes);
    }

    private void Fact(string name, Func<string> make)
    {
        if (Notes is { } notes && notes.WantsFact(name))
            notes.Fact(name, Value.Of(make()));
    }

    private void Fact(string name, string? value) => Notes?.Fact(name, Value.Of(value));

    /// <summary>IANA's name; the number where it has none.</summary>
    private static string CipherName(ushort cipher) =>
        Enum.GetName((TlsCipherSuite)cipher) ?? string.Create(CultureInfo.InvariantCulture, $"0x{cipher:x4}");
}
