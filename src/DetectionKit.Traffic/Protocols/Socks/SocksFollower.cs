using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Socks;

/// <summary>Followers of SOCKS.</summary>
internal sealed class SocksFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "socks";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new SocksFollower();
}

/// <summary>
/// Reads the way through a SOCKS proxy: version 5 (RFC 1928, RFC 1929) message by message, 4 and 4a (its authors' descriptions). What comes behind
/// the proxy's consent is inside.
/// </summary>
internal sealed class SocksFollower : Follower
{
    private enum Turn
    {
        Greeting,
        Method,
        Password,
        PasswordAnswer,
        Request,
        Answer,
    }

    private Turn _turn;
    private bool _four;
    private byte _command;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var clientsTurn = _turn is Turn.Greeting or Turn.Password or Turn.Request;
        // A client that does not wait for answers is ahead: its bytes stay until it is their turn.
        if (clientsTurn != said.FromOriginator)
            return 0;
        var reader = new ByteReader(said.Bytes);
        var turn = _turn;
        var consumed = turn switch
        {
            Turn.Greeting => said.Bytes[0] == 4 ? FourRequest(said.Bytes, notes) : Greeting(ref reader),
            Turn.Method => Method(ref reader, notes),
            Turn.Password => Password(ref reader, notes),
            Turn.PasswordAnswer => PasswordAnswer(ref reader),
            Turn.Request => Request(ref reader, notes),
            Turn.Answer => _four ? FourAnswer(ref reader, notes) : Answer(ref reader, notes),
            _ => 0,
        };
        if (consumed == 0)
            _turn = turn;
        return consumed;
    }

    private long Greeting(ref ByteReader reader)
    {
        reader.Skip(1);
        reader.Skip(reader.U8());
        _turn = Turn.Method;
        return Used(ref reader);
    }

    private long Method(ref ByteReader reader, FlowNotes notes)
    {
        reader.Skip(1);
        var method = reader.U8();
        if (reader.Short)
            return 0;
        _turn = method == 2 ? Turn.Password : Turn.Request;
        if (method is not (0 or 2))
            notes.Done();
        return Used(ref reader);
    }

    private long Password(ref ByteReader reader, FlowNotes notes)
    {
        reader.Skip(1);
        var user = reader.Take(reader.U8());
        reader.Skip(reader.U8());
        if (reader.Short)
            return 0;
        notes.Fact("user", Value.Of(Texts.Of(user)));
        _turn = Turn.PasswordAnswer;
        return Used(ref reader);
    }

    private long PasswordAnswer(ref ByteReader reader)
    {
        reader.Skip(2);
        _turn = Turn.Request;
        return Used(ref reader);
    }

    private long Request(ref ByteReader reader, FlowNotes notes)
    {
        reader.Skip(1);
        var command = reader.U8();
        reader.Skip(1);
        var host = Address(ref reader);
        var port = reader.U16();
        if (reader.Short)
            return 0;
        Say(notes, "5", host, port);
        _command = command;
        _turn = Turn.Answer;
        return Used(ref reader);
    }

    private long Answer(ref ByteReader reader, FlowNotes notes)
    {
        reader.Skip(1);
        var reply = reader.U8();
        reader.Skip(1);
        Address(ref reader);
        reader.Skip(2);
        if (reader.Short)
            return 0;
        Consent(reply == 0, notes);
        return Used(ref reader);
    }

    private long FourRequest(ReadOnlySpan<byte> bytes, FlowNotes notes)
    {
        if (bytes.Length < 9)
            return 0;
        var user = bytes[8..];
        var end = user.IndexOf((byte)0);
        if (end < 0)
            return 0;
        var used = 9 + end;
        var host = IpAddress.FromV4(bytes.Slice(4, 4)).ToString();
        if (bytes[4] == 0 && bytes[5] == 0 && bytes[6] == 0 && bytes[7] != 0)
        {
            var named = bytes[used..];
            var nameEnd = named.IndexOf((byte)0);
            if (nameEnd < 0)
                return 0;
            host = Texts.Of(named[..nameEnd]) ?? "";
            used += nameEnd + 1;
        }

        notes.Fact("user", Value.Of(Texts.Of(user[..end])));
        Say(notes, "4", host, bytes[2] << 8 | bytes[3]);
        (_four, _command, _turn) = (true, bytes[1], Turn.Answer);
        return used;
    }

    private long FourAnswer(ref ByteReader reader, FlowNotes notes)
    {
        reader.Skip(1);
        var reply = reader.U8();
        reader.Skip(6);
        if (reader.Short)
            return 0;
        Consent(reply == 90, notes);
        return Used(ref reader);
    }

    private void Consent(bool given, FlowNotes notes)
    {
        if (given && _command == 1)
            notes.InnerBegins();
        else
            notes.Done();
    }

    private static string Address(ref ByteReader reader)
    {
        switch (reader.U8())
        {
            case 1:
                var four = reader.Take(4);
                return four.IsEmpty ? "" : new System.Net.IPAddress(four).ToString();
            case 4:
                var six = reader.Take(16);
                return six.IsEmpty ? "" : new System.Net.IPAddress(six).ToString();
            case 3:
                return Texts.Of(reader.Take(reader.U8())) ?? "";
            default:
                return "";
        }
    }

    private static void Say(FlowNotes notes, string version, string host, int port)
    {
        notes.Fact("socks_version", Value.Of(version));
        notes.Fact("proxied_host", Value.Of(host.Length == 0 ? null : host));
        notes.Fact("proxied_port", Value.Of(port));
    }

    private static long Used(ref ByteReader reader) => reader.Short ? 0 : reader.At;
}
