using System.Buffers.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
using Ascii = DetectionKit.Traffic.Protocols.Parsing.Ascii;

namespace DetectionKit.Traffic.Protocols.Sip;

/// <summary>Followers of SIP.</summary>
internal sealed class SipFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "sip";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Announcements | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new SipFollower();
}

/// <summary>Reads SIP's messages (RFC 3261 section 7): the software of both ends, who calls whom, and the media that their descriptions announce.</summary>
internal sealed class SipFollower : Follower
{
    private const int MostMessages = 256;
    private const int LongestBody = 8000;
    private int _messages;
    private bool _clientNamed;
    private bool _serverNamed;
    private bool _called;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var end = said.Bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return said.Carrier == Carrier.Udp ? said.Bytes.Length : 0;
        if (++_messages > MostMessages)
            notes.Done();
        var body = Head(said.Bytes[..(end + 2)], notes);
        var rest = said.Bytes[(end + 4)..];
        if (body > rest.Length && body <= LongestBody && said.Carrier == Carrier.Tcp)
            return 0;
        SdpAnnouncements.Read(rest[..Math.Min(rest.Length, body < 0 ? rest.Length : body)], said.Source, notes);
        return end + 4 + (long)Math.Max(0, body);
    }

    /// <summary>Reads the header; gives the body's length, negative where it is not said.</summary>
    private int Head(ReadOnlySpan<byte> head, FlowNotes notes)
    {
        var lines = new LineReader(head);
        if (!lines.Next(out var first))
            return -1;
        var response = first.StartsWith("SIP/2.0 "u8);
        var length = -1;
        if (notes.WantsFacts && !response && !_called && first.IndexOf((byte)' ') is > 0 and var blank)
            notes.Fact("sip_method", Value.Of(Texts.Of(first[..blank])));
        while (lines.Next(out var line))
        {
            if (Is(line, "Content-Length:"u8, "l:"u8, out var text))
                length = Utf8Parser.TryParse(text, out int number, out _) && number >= 0 ? number : -1;
            else if (notes.WantsFacts)
                Field(line, response, notes);
        }

        _called |= !response;
        return length;
    }

    private void Field(ReadOnlySpan<byte> line, bool response, FlowNotes notes)
    {
        if (Is(line, "User-Agent:"u8, "Server:"u8, out var software))
        {
            ref var named = ref response ? ref _serverNamed : ref _clientNamed;
            if (!named)
                notes.Fact(response ? "server_software" : "client_software", Value.Of(Texts.Of(software)));
            named = true;
        }
        else if (!_called && !response && Is(line, "From:"u8, "f:"u8, out var from))
        {
            notes.Fact("sip_from", Value.Of(Texts.Of(from)));
        }
        else if (!_called && !response && Is(line, "To:"u8, "t:"u8, out var to))
        {
            notes.Fact("sip_to", Value.Of(Texts.Of(to)));
        }
        else if (!_called && Is(line, "Call-ID:"u8, "i:"u8, out var call))
        {
            notes.Fact("sip_call_id", Value.Of(Texts.Of(call)));
        }
    }

    private static bool Is(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, ReadOnlySpan<byte> other, out ReadOnlySpan<byte> value)
    {
        var found = Ascii.Starts(line, name) ? name.Length : Ascii.Starts(line, other) ? other.Length : 0;
        value = line[found..].Trim(" \t"u8);
        return found > 0;
    }
}
