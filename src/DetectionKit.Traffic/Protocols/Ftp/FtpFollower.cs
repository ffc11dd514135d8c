using System.Buffers.Text;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
using Ascii = DetectionKit.Traffic.Protocols.Parsing.Ascii;

namespace DetectionKit.Traffic.Protocols.Ftp;

/// <summary>Followers of FTP's control channel.</summary>
internal sealed class FtpFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "ftp";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Announcements | FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new FtpFollower();
}

/// <summary>
/// Reads FTP's control channel for what it announces: PORT and the reply to PASV (RFC 959 section 4.1.2), EPRT and the reply to EPSV
/// (RFC 2428); and for AUTH TLS (RFC 4217), after which the rest is ssl.
/// </summary>
internal sealed class FtpFollower : Follower
{
    private const string Data = "ftp-data";
    private bool _authenticates;
    private bool _greeted;

    /// <inheritdoc/>
    public override bool ReadsLines => true;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var end = said.Bytes.IndexOf((byte)'\n');
        if (end < 0)
            return 0;
        var line = said.Bytes[..end].TrimEnd((byte)'\r');
        if (said.FromOriginator)
            Command(line, in said, notes);
        else
            Reply(line, in said, notes);
        return end + 1;
    }

    private void Command(ReadOnlySpan<byte> line, in FollowedBytes said, FlowNotes notes)
    {
        _greeted = true;
        if (Ascii.Starts(line, "PORT "u8))
            AnnounceHostPort(line[5..], said.Source, notes);
        else if (Ascii.Starts(line, "EPRT "u8))
            AnnounceExtended(line[5..], said.Source, notes);
        else if (Ascii.Starts(line, "AUTH "u8))
            _authenticates = true;
        else if (Ascii.Starts(line, "USER "u8) && notes.WantsFacts)
            notes.Fact("user", Value.Of(Texts.Of(line[5..])));
        else if (Ascii.Starts(line, "CLNT "u8) && notes.WantsFacts)
            notes.Fact("client_software", Value.Of(Texts.Of(line[5..])));
    }

    private void Reply(ReadOnlySpan<byte> line, in FollowedBytes said, FlowNotes notes)
    {
        if (Ascii.Starts(line, "227"u8))
            AnnounceHostPort(line[(3 + Math.Max(0, line[3..].IndexOfAnyInRange((byte)'0', (byte)'9')))..], said.Source, notes);
        else if (Ascii.Starts(line, "229"u8))
            AnnounceExtended(line[(line.IndexOf((byte)'(') + 1)..], said.Source, notes);
        else if (_authenticates && Ascii.Starts(line, "234"u8))
            notes.InnerBegins();
        else if (!_greeted && Ascii.Starts(line, "220"u8) && notes.WantsFacts)
            notes.Fact("server_software", Value.Of(line.Length > 4 ? Texts.Of(line[4..]) : null));
    }

    /// <summary>h1,h2,h3,h4,p1,p2. Behind a translator the address is not the one that is used: the speaker's own is expected too.</summary>
    private static void AnnounceHostPort(ReadOnlySpan<byte> text, IpAddress speaker, FlowNotes notes)
    {
        Span<byte> numbers = stackalloc byte[6];
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = 0;
            var digits = 0;
            while (digits < text.Length && Ascii.IsDigit(text[digits]) && number <= byte.MaxValue)
                number = (number * 10) + text[digits++] - '0';
            if (digits == 0 || number > byte.MaxValue)
                return;
            numbers[i] = (byte)number;
            text = text[digits..];
            if (i == numbers.Length - 1)
                break;
            if (text.IsEmpty || text[0] != (byte)',')
                return;
            text = text[1..];
        }

        var port = (numbers[4] << 8) | numbers[5];
        var stated = IpAddress.FromV4(numbers);
        if (stated != speaker)
            notes.Announce(stated, port, Carrier.Tcp, Data);
        notes.Announce(speaker, port, Carrier.Tcp, Data);
    }

    /// <summary>|family|address|port|, where a reply leaves family and address empty. Any delimiter may stand for the bar.</summary>
    private static void AnnounceExtended(ReadOnlySpan<byte> text, IpAddress speaker, FlowNotes notes)
    {
        if (text.IsEmpty)
            return;
        var bar = text[0];
        text = text[1..];
        var family = text.IndexOf(bar);
        if (family < 0)
            return;
        text = text[(family + 1)..];
        var address = text.IndexOf(bar);
        if (address < 0 || !Utf8Parser.TryParse(text[(address + 1)..], out ushort port, out _))
            return;
        if (IpAddress.TryParse(Encoding.Latin1.GetString(text[..address]), out var stated) && stated != speaker)
            notes.Announce(stated, port, Carrier.Tcp, Data);
        notes.Announce(speaker, port, Carrier.Tcp, Data);
    }
}
