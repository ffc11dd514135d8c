using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Vnc;

/// <summary>Followers of VNC.</summary>
internal sealed class VncFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "vnc";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new VncFollower();
}

/// <summary>Reads both versions of the remote framebuffer protocol (RFC 6143 section 7.1.1).</summary>
internal sealed class VncFollower : LineFollower
{
    private bool _server;

    /// <inheritdoc/>
    protected override void OnClient(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        if (line.StartsWith("RFB "u8))
            Say(notes, "vnc_client_version", line[4..]);
        if (_server)
            notes.Done();
    }

    /// <inheritdoc/>
    protected override void OnServer(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        if (!_server && line.StartsWith("RFB "u8))
            Say(notes, "vnc_version", line[4..]);
        _server = true;
    }
}
