using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Xmpp;

/// <summary>Followers of XMPP.</summary>
internal sealed class XmppFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "xmpp";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner;

    /// <inheritdoc/>
    public override Follower Begin() => new XmppFollower();
}

/// <summary>Reads XMPP's stream up to the answer to STARTTLS (RFC 6120 section 5.4), behind which the rest is inside; element by element.</summary>
internal sealed class XmppFollower : Follower
{
    private const int MostElements = 256;
    private bool _asked;
    private int _elements;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var end = said.Bytes.IndexOf((byte)'>');
        if (end < 0)
            return 0;
        var element = said.Bytes[..end];
        var start = element.IndexOf((byte)'<');
        element = start < 0 ? default : element[start..];
        if (++_elements > MostElements)
            notes.Done();
        if (said.FromOriginator)
            _asked |= element.StartsWith("<starttls"u8);
        else if (_asked && element.StartsWith("<proceed"u8))
            notes.InnerBegins();
        return end + 1;
    }
}
