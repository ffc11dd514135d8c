using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>A ClientHello (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2; DTLS: RFC 9147 section 5.3).</summary>
internal sealed class ClientHello
{
    private const int MostCiphers = 1024;

    /// <summary>The version that the message's own field gives.</summary>
    public ushort Version { get; private init; }

    /// <summary>The session that the client wants to take up again.</summary>
    public byte[] SessionId { get; private set; } = [];

    /// <summary>Cipher suites in order, reserved values too.</summary>
    public List<ushort> Ciphers { get; } = [];

    /// <summary>The extensions.</summary>
    public HelloExtensions Extensions { get; } = new();

    /// <summary>The highest version that the client speaks.</summary>
    public ushort HighestVersion => Extensions.Versions.Where(TlsVersions.IsKnown).DefaultIfEmpty(Version).MaxBy(TlsVersions.Rank);

    /// <summary>Reads the message behind its header; null where it is none.</summary>
    /// <param name="body">The message.</param>
    /// <param name="datagrams">Whether it is DTLS's, which has a cookie.</param>
    public static ClientHello? Read(ReadOnlySpan<byte> body, bool datagrams = false)
    {
        var reader = new ByteReader(body);
        var hello = new ClientHello { Version = reader.U16() };
        reader.Skip(32);
        hello.SessionId = reader.Take(reader.U8()).ToArray();
        if (datagrams)
            reader.Skip(reader.U8());
        var ciphers = new ByteReader(reader.Take(reader.U16()));
        while (ciphers.Left >= 2 && hello.Ciphers.Count < MostCiphers)
            hello.Ciphers.Add(ciphers.U16());
        reader.Skip(reader.U8());
        if (reader.Short || hello.Ciphers.Count == 0)
            return null;
        if (reader.Left >= 2)
            hello.Extensions.Read(ref reader, client: true);
        return hello;
    }
}
