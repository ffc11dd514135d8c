using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Pop3;

/// <summary>Followers of POP3.</summary>
internal sealed class Pop3FollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "pop3";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new Pop3Follower();
}

/// <summary>Reads POP3's authorisation (RFC 1939 section 4); STLS (RFC 2595), after which the rest is inside.</summary>
internal sealed class Pop3Follower : LineFollower
{
    private bool _greeted;
    private bool _startsTls;
    private bool _loggedIn;
    private bool _plain;

    /// <inheritdoc/>
    protected override void OnClient(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        _greeted = true;
        _startsTls = Ascii.Starts(line, "STLS"u8);
        if (_plain)
            notes.Fact("user", Value.Of(PlainLogin.PlainUser(line)));
        _loggedIn |= _plain;
        _plain = false;
        if (Ascii.Starts(line, "USER "u8))
            Say(notes, "user", line[5..]);
        else if (Ascii.Starts(line, "APOP "u8))
            Say(notes, "user", line[5..].IndexOf((byte)' ') is > 0 and var blank ? line.Slice(5, blank) : line[5..]);
        else if (Ascii.Starts(line, "AUTH PLAIN "u8))
            notes.Fact("user", Value.Of(PlainLogin.PlainUser(line[11..])));
        else if (Ascii.Starts(line, "AUTH PLAIN"u8))
            _plain = true;
        _loggedIn |= Ascii.Starts(line, "PASS "u8) || Ascii.Starts(line, "APOP "u8) || Ascii.Starts(line, "AUTH PLAIN "u8);
        if (Ascii.Starts(line, "STAT"u8) || Ascii.Starts(line, "LIST"u8) || Ascii.Starts(line, "RETR "u8))
            notes.Done();
    }

    /// <inheritdoc/>
    protected override void OnServer(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        var good = Ascii.Starts(line, "+OK"u8);
        if (!_greeted && good)
            Say(notes, "server_software", line[3..]);
        else if (_startsTls && good)
            notes.InnerBegins();
        else if (_loggedIn && good)
            notes.Done();
        _greeted = true;
        _startsTls = false;
    }
}
