using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Ssl;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>Followers of QUIC.</summary>
internal sealed class QuicFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "quic";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new QuicFollower();
}

/// <summary>Opens a connection's Initial packets for the facts of its TLS handshake.</summary>
internal sealed class QuicFollower : Follower
{
    private readonly QuicHandshake _handshake = new();
    private readonly HandshakeFacts _facts = new('q');
    private int _client;
    private int _server;
    private int _datagrams;
    private bool _versionSaid;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        _datagrams++;
        _handshake.Read(said.Bytes, said.FromOriginator);
        if (!_versionSaid && _handshake.Version != 0)
        {
            _versionSaid = true;
            notes.Fact("quic_version", Value.Of(QuicVersions.Name(_handshake.Version)));
        }

        _facts.Notes = notes;
        _client += Messages(_handshake.Client[_client..]);
        _server += Messages(_handshake.Server[_server..]);
        // Initial packets come at a connection's beginning only.
        if ((_client > 0 && _server > 0) || _handshake.IsFull || _datagrams >= 32)
            notes.Done();
        return 0;
    }

    /// <summary>Hands on each whole message.</summary>
    /// <returns>How many bytes they had.</returns>
    private int Messages(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes.Length - at >= 4)
        {
            var length = bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
            if (length > bytes.Length - at - 4)
                break;
            _facts.OnMessage(bytes[at], bytes.Slice(at + 4, length));
            at += 4 + length;
        }

        return at;
    }
}
