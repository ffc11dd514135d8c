using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Xmpp;

/// <summary>
/// XMPP (RFC 6120 section 4.2): each side opens a stream, with or without an XML declaration before it.
/// </summary>
internal sealed class XmppIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "xmpp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("<?xm"), Prefix.Text("<str")];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var text = bytes[..Math.Min(bytes.Length, 256)];
        var stream = text.IndexOf("<stream:stream"u8);
        if (stream < 0)
            return bytes.Length >= 128 || (text[0] == '<' && text.Length > 14 && text[1] == 's') ? Claim.No : said.TooShort;
        var opened = text[stream..];
        var known = opened.IndexOf("jabber:"u8) > 0 || opened.IndexOf("etherx.jabber.org"u8) > 0;
        if (!known && bytes.Length < 256 && !said.Complete)
            return Claim.More;
        return Claim.Yes(known ? 100 : 60, said.SpokeFirst ? Role.Client : Role.Server, "stream");
    }
}
