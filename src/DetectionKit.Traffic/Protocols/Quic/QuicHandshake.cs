namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>
/// What both sides of a connection say in Initial packets: the client's hello, the server's, out of as many packets and datagrams as they come
/// in. Bounded.
/// </summary>
internal sealed class QuicHandshake
{
    private const int MostPackets = 64;

    private readonly CryptoStream _client = new();
    private readonly CryptoStream _server = new();
    private QuicKeys? _clientKeys;
    private QuicKeys? _serverKeys;
    private int _packets;

    /// <summary>The version of the packets that opened; 0: none did.</summary>
    public uint Version { get; private set; }

    /// <summary>Whether so many packets came that no more are opened.</summary>
    public bool IsFull => _packets >= MostPackets;

    /// <summary>The client's handshake messages (RFC 8446 section 4: type, three bytes of length, body), as far as they are whole.</summary>
    public ReadOnlySpan<byte> Client => _client.Bytes;

    /// <summary>The server's.</summary>
    public ReadOnlySpan<byte> Server => _server.Bytes;

    /// <summary>Takes a datagram; it may hold several packets, and such that do not open.</summary>
    /// <param name="datagram">The datagram.</param>
    /// <param name="fromClient">Who sent it, where that is known; packets that open only with the other side's keys are taken as the other's.</param>
    public void Read(ReadOnlySpan<byte> datagram, bool fromClient)
    {
        Span<byte> frames = stackalloc byte[QuicInitial.LongestPacket];
        while (!IsFull && QuicHeader.TryRead(datagram, out var header))
        {
            if (header.IsInitial)
            {
                _packets++;
                if (Open(datagram, in header, fromClient, frames, out var length, out var client))
                {
                    Version = header.Version;
                    InitialFrames.Gather(frames[..length], client ? _client : _server);
                }
            }

            datagram = datagram[header.End..];
        }
    }

    private bool Open(ReadOnlySpan<byte> bytes, in QuicHeader header, bool fromClient, Span<byte> frames, out int length, out bool client)
    {
        client = fromClient;
        var keys = fromClient ? _clientKeys : _serverKeys;
        if (keys is not null && QuicInitial.TryOpen(bytes, in header, keys, frames, out length))
            return true;
        // A first flight, or one after a retry: the packet's own connection id is what its keys come from.
        client = true;
        length = 0;
        if (QuicKeys.Derive(header.Version, header.Destination, ofClient: true) is not { } own || !QuicInitial.TryOpen(bytes, in header, own, frames, out length))
            return false;
        _clientKeys = own;
        _serverKeys = QuicKeys.Derive(header.Version, header.Destination, ofClient: false);
        return true;
    }
}
