using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Imap;

/// <summary>Followers of IMAP.</summary>
internal sealed class ImapFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "imap";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new ImapFollower();
}

/// <summary>Reads IMAP (RFC 9051) up to the login; STARTTLS, after whose answer the rest is inside; the names in ID (RFC 2971).</summary>
internal sealed class ImapFollower : LineFollower
{
    private byte[] _tag = [];
    private bool _greeted;
    private bool _startsTls;
    private bool _plain;
    private bool _logsIn;

    /// <inheritdoc/>
    protected override void OnClient(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        _greeted = true;
        if (_plain)
        {
            notes.Fact("user", Value.Of(PlainLogin.PlainUser(line)));
            _plain = false;
            return;
        }

        var blank = line.IndexOf((byte)' ');
        if (blank < 1)
            return;
        var command = line[(blank + 1)..];
        _startsTls = Ascii.Starts(command, "STARTTLS"u8);
        _logsIn = Ascii.Starts(command, "LOGIN "u8) || Ascii.Starts(command, "AUTHENTICATE "u8);
        if (_startsTls || _logsIn)
            _tag = line[..(blank + 1)].ToArray();
        if (Ascii.Starts(command, "LOGIN "u8))
            Say(notes, "user", Word(command[6..]));
        else if (Ascii.Starts(command, "AUTHENTICATE PLAIN "u8))
            notes.Fact("user", Value.Of(PlainLogin.PlainUser(command[19..])));
        else if (Ascii.Starts(command, "AUTHENTICATE PLAIN"u8))
            _plain = true;
        else if (Ascii.Starts(command, "ID ("u8))
            Say(notes, "client_software", Identity(command[4..]));
    }

    /// <inheritdoc/>
    protected override void OnServer(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        if (!_greeted && Ascii.Starts(line, "* OK"u8))
        {
            var text = line[4..].TrimStart((byte)' ');
            if (!text.IsEmpty && text[0] == (byte)'[')
                text = text[(text.IndexOf((byte)']') + 1)..];
            Say(notes, "server_software", text);
        }

        _greeted = true;
        if (_tag.Length == 0 || !line.StartsWith(_tag) || !Ascii.Starts(line[_tag.Length..], "OK"u8))
            return;
        if (_startsTls)
            notes.InnerBegins();
        else if (_logsIn)
            notes.Done();
    }

    /// <summary>A quoted string's content, or what comes before the blank.</summary>
    private static ReadOnlySpan<byte> Word(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return text;
        var (from, until) = text[0] == (byte)'"' ? (1, (byte)'"') : (0, (byte)' ');
        var end = text[from..].IndexOf(until);
        return end < 0 ? text[from..] : text.Slice(from, end);
    }

    /// <summary>The value of "name" in a list of quoted pairs.</summary>
    private static ReadOnlySpan<byte> Identity(ReadOnlySpan<byte> list)
    {
        var name = list.IndexOf("\"name\" \""u8);
        return name < 0 ? default : Word(list[(name + 7)..]);
    }
}
