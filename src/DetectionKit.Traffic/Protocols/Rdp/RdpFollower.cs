using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Rdp;

/// <summary>Followers of RDP.</summary>
internal sealed class RdpFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "rdp";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new RdpFollower();
}

/// <summary>Reads the X.224 exchange ([MS-RDPBCGR] 2.2.1.1 and 2.2.1.2): the cookie, and the security that is chosen; TLS is inside then.</summary>
internal sealed class RdpFollower : Follower
{
    private const int NegotiationLength = 8;
    private const int HeaderLength = 11;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U8();
        reader.Skip(1);
        var length = reader.U16();
        if (reader.Short)
            return 0;
        if (version != 3 || length < HeaderLength)
        {
            notes.Done();
            return said.Bytes.Length;
        }

        reader.Take(length - 4);
        if (reader.Short)
            return 0;
        var body = said.Bytes[HeaderLength..length];
        if (said.Bytes[5] == 0xE0)
            Request(body, notes);
        else if (said.Bytes[5] == 0xD0)
            Confirm(body, notes);
        else
            notes.Done();
        return length;
    }

    private static void Request(ReadOnlySpan<byte> body, FlowNotes notes)
    {
        var name = body.IndexOf("mstshash="u8);
        if (name < 0)
            return;
        var cookie = body[(name + 9)..];
        var end = cookie.IndexOf((byte)'\r');
        notes.Fact("rdp_cookie", Value.Of(Texts.Of(end < 0 ? cookie : cookie[..end])));
    }

    private static void Confirm(ReadOnlySpan<byte> body, FlowNotes notes)
    {
        if (body.Length < NegotiationLength || body[0] != 2)
        {
            notes.Fact("rdp_security", Value.Of(body.Length >= NegotiationLength && body[0] == 3 ? "refused" : "standard"));
            notes.Done();
            return;
        }

        var chosen = body[4];
        notes.Fact("rdp_security", Value.Of(chosen switch { 0 => "standard", 1 => "tls", 2 => "credssp", 4 => "rdstls", 8 => "credssp_early", 16 => "aad", _ => "other" }));
        if (chosen == 0)
            notes.Done();
        else
            notes.InnerBegins();
    }
}
