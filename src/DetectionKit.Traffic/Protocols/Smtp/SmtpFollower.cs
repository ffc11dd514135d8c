using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Smtp;

/// <summary>Followers of SMTP.</summary>
internal sealed class SmtpFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "smtp";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new SmtpFollower();
}

/// <summary>Reads SMTP (RFC 5321) up to the end of the first mail's header; STARTTLS (RFC 3207), after which the rest is inside.</summary>
internal sealed class SmtpFollower : LineFollower
{
    private enum State
    {
        Commands,
        User,
        PlainUser,
        Header,
    }

    private bool _greeted;
    private bool _startsTls;
    private State _state;

    /// <inheritdoc/>
    protected override void OnClient(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        _greeted = true;
        switch (_state)
        {
            case State.User:
                notes.Fact("user", Value.Of(PlainLogin.User(line)));
                _state = State.Commands;
                break;
            case State.PlainUser:
                notes.Fact("user", Value.Of(PlainLogin.PlainUser(line)));
                _state = State.Commands;
                break;
            case State.Header:
                Header(line, notes);
                break;
            case State.Commands:
                Command(line, notes);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnServer(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        if (!_greeted && Ascii.Starts(line, "220"u8) && line.Length > 4)
        {
            // The server's name comes first, then what it likes to say of itself.
            var text = line[4..];
            var blank = text.IndexOf((byte)' ');
            if (blank > 0)
                Say(notes, "server_software", Software(text[(blank + 1)..]));
            Say(notes, "smtp_server_name", blank > 0 ? text[..blank] : text);
        }
        else if (_startsTls && Ascii.Starts(line, "220 "u8))
        {
            notes.InnerBegins();
        }

        _greeted = true;
        if (!Ascii.Starts(line, "250-"u8))
            _startsTls = false;
    }

    private static ReadOnlySpan<byte> Software(ReadOnlySpan<byte> text) =>
        Ascii.Starts(text, "ESMTP "u8) ? text[6..] : Ascii.Starts(text, "SMTP "u8) ? text[5..] : text;

    private void Command(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        if (Ascii.Starts(line, "STARTTLS"u8))
            _startsTls = true;
        else if (Ascii.Starts(line, "EHLO "u8) || Ascii.Starts(line, "HELO "u8))
            Say(notes, "smtp_helo", line[5..]);
        else if (Ascii.Starts(line, "MAIL FROM:"u8))
            Say(notes, "smtp_from", Address(line[10..]));
        else if (Ascii.Starts(line, "RCPT TO:"u8))
            Say(notes, "smtp_to", Address(line[8..]));
        else if (Ascii.Starts(line, "AUTH PLAIN "u8))
            notes.Fact("user", Value.Of(PlainLogin.PlainUser(line[11..])));
        else if (Ascii.Starts(line, "AUTH PLAIN"u8))
            _state = State.PlainUser;
        else if (Ascii.Starts(line, "AUTH LOGIN "u8))
            notes.Fact("user", Value.Of(PlainLogin.User(line[11..])));
        else if (Ascii.Starts(line, "AUTH LOGIN"u8))
            _state = State.User;
        else if (Ascii.Starts(line, "DATA"u8) && line.Length == 4)
            _state = State.Header;
    }

    private static void Header(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        if (line.IsEmpty)
            notes.Done();
        else if (Ascii.Starts(line, "User-Agent:"u8))
            Say(notes, "client_software", line[11..]);
        else if (Ascii.Starts(line, "X-Mailer:"u8))
            Say(notes, "client_software", line[9..]);
        else if (Ascii.Starts(line, "Subject:"u8))
            Say(notes, "smtp_subject", line[8..]);
    }

    private static ReadOnlySpan<byte> Address(ReadOnlySpan<byte> text)
    {
        var (open, close) = (text.IndexOf((byte)'<'), text.IndexOf((byte)'>'));
        return open >= 0 && close > open ? text[(open + 1)..close] : text.Trim((byte)' ');
    }
}
