using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>A ServerHello (RFC 8446 section 4.1.3, RFC 5246 section 7.4.1.3), or a hello retry request, which has its form.</summary>
internal sealed class ServerHello
{
    // SHA-256 of "HelloRetryRequest" (RFC 8446 section 4.1.3).
    private static readonly byte[] Retry = Convert.FromHexString("CF21AD74E59A6111BE1D8C021E65B891C2A211167ABB8C5E079E09E2C8A8339C");

    /// <summary>The version that the message's own field gives.</summary>
    public ushort Version { get; private init; }

    /// <summary>The session's identifier.</summary>
    public byte[] SessionId { get; private set; } = [];

    /// <summary>The cipher suite.</summary>
    public ushort Cipher { get; private set; }

    /// <summary>Whether the client has to say its hello again.</summary>
    public bool IsRetry { get; private set; }

    /// <summary>The extensions.</summary>
    public HelloExtensions Extensions { get; } = new();

    /// <summary>The version that both will speak.</summary>
    public ushort ChosenVersion => Extensions.Versions is [var chosen, ..] ? chosen : Version;

    /// <summary>Reads the message behind its header; null where it is none.</summary>
    /// <param name="body">The message.</param>
    public static ServerHello? Read(ReadOnlySpan<byte> body)
    {
        var reader = new ByteReader(body);
        var hello = new ServerHello { Version = reader.U16() };
        hello.IsRetry = reader.Take(32).SequenceEqual(Retry);
        // The drafts of TLS 1.3 before the 22nd have neither session nor compression.
        var early = hello.Version >> 8 == 0x7F;
        if (!early)
            hello.SessionId = reader.Take(reader.U8()).ToArray();
        hello.Cipher = reader.U16();
        if (!early)
            reader.Skip(1);
        if (reader.Short)
            return null;
        if (reader.Left >= 2)
            hello.Extensions.Read(ref reader, client: false);
        return hello;
    }
}
