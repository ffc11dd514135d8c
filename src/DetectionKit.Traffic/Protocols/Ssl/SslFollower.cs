using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>Followers of TLS.</summary>
internal sealed class SslFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "ssl";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new SslFollower();
}

/// <summary>Reads a TLS handshake for its facts, as far as it is in the clear.</summary>
internal sealed class SslFollower : Follower
{
    private readonly HandshakeReader _fromOriginator = new();
    private readonly HandshakeReader _fromResponder = new();
    private readonly HandshakeFacts _facts = new('t');
    private bool _began;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var reader = said.FromOriginator ? _fromOriginator : _fromResponder;
        var bytes = said.Bytes;
        if (said.AfterGap)
            reader.Stop();
        var passed = 0;
        if (!_began && !bytes.IsEmpty)
        {
            // Only the first message of all can have the form of SSL 2.0.
            passed = SslTwoHello.Length(bytes);
            if (passed > bytes.Length || (passed == 0 && bytes.Length < 3))
                return 0;
            _began = true;
            if (passed > 0)
                _facts.SayTwo(bytes[..passed], notes);
        }

        _facts.Notes = notes;
        var read = passed + reader.Read(bytes[passed..], _facts);
        if (_facts.IsEncrypted(said.FromOriginator))
            reader.Stop();
        if (_fromOriginator.IsDone && _fromResponder.IsDone)
            notes.Done();
        return reader.IsDone ? bytes.Length : read;
    }
}
