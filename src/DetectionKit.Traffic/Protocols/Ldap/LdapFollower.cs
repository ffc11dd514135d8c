using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
using DetectionKit.Traffic.Protocols.X509;

namespace DetectionKit.Traffic.Protocols.Ldap;

/// <summary>Followers of LDAP.</summary>
internal sealed class LdapFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "ldap";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new LdapFollower();
}

/// <summary>Reads LDAP's binds for who binds (RFC 4511 section 4.2), and StartTLS (section 4.14), after whose answer the rest is inside.</summary>
internal sealed class LdapFollower : Follower
{
    private const int MostMessages = 64;
    private const int LongestMessage = 4096;
    private const byte BindRequest = 0x60, ExtendedRequest = 0x77, ExtendedResponse = 0x78, SearchRequest = 0x63;
    private bool _startsTls;
    private int _messages;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var bytes = said.Bytes;
        if (!TryLength(bytes, out var header, out var length))
            return 0;
        if (bytes[0] != DerTag.Sequence || length < 0 || ++_messages > MostMessages)
        {
            notes.Done();
            return bytes.Length;
        }

        // Of long messages (entries, mostly) nothing is wanted.
        if (length <= LongestMessage)
        {
            if (bytes.Length < header + length)
                return 0;
            Message(new DerReader(bytes.Slice(header, length)), said.FromOriginator, notes);
        }

        return header + (long)length;
    }

    private void Message(DerReader message, bool fromClient, FlowNotes notes)
    {
        message.Next(DerTag.Integer);
        var operation = message.Tag;
        var body = new DerReader(message.Next());
        if (fromClient && operation == BindRequest)
        {
            var version = body.Next(DerTag.Integer);
            if (version.Length == 1)
                notes.Fact("ldap_version", Value.Of(version[0]));
            notes.Fact("user", Value.Of(Texts.Of(body.Next(DerTag.OctetString))));
            notes.Fact("ldap_authentication", Value.Of(body.Tag == DerTag.Implicit(0) ? "simple" : body.Tag == DerTag.Explicit(3) ? "sasl" : "other"));
        }
        else if (fromClient && operation == ExtendedRequest)
        {
            _startsTls = body.Next(DerTag.Implicit(0)).SequenceEqual("1.3.6.1.4.1.1466.20037"u8);
        }
        else if (fromClient && operation == SearchRequest)
        {
            notes.Done();
        }
        else if (!fromClient && operation == ExtendedResponse && _startsTls && body.Next() is [0])
        {
            notes.InnerBegins();
        }
    }

    /// <summary>The outermost length; negative where it cannot be one. False: it is not there yet.</summary>
    private static bool TryLength(ReadOnlySpan<byte> bytes, out int header, out int length)
    {
        (header, length) = (2, -1);
        if (bytes.Length < 2)
            return false;
        length = bytes[1];
        if (length < 0x80)
            return true;
        var digits = length & 0x7F;
        length = -1;
        header += digits;
        if (digits is 0 or > 4 || bytes.Length < header)
            return digits is 0 or > 4;
        var value = 0L;
        foreach (var digit in bytes[2..header])
            value = value << 8 | digit;
        length = value > 1 << 26 ? -1 : (int)value;
        return true;
    }
}
