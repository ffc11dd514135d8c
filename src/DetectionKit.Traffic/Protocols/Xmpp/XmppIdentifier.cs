using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Xmpp;

/// <summary>
/// XMPP (RFC 6120 section 4.2): each side opens a stream, with or without an XML declaration before it; where the stream's beginning was not seen, a
/// stanza (section 8).
/// </summary>
internal sealed class XmppIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "xmpp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("<?xm"), Prefix.Text("<str"), Prefix.Text("<iq "), Prefix.Text("<mes"), Prefix.Text("<pre")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length > 1 && bytes[0] == '<' && bytes[1] is (byte)'i' or (byte)'m' or (byte)'p')
            return Stanza(said);
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

    /// <summary>An element that must have a type or say to whom it goes, and is answered by the like: other XML has such names too.</summary>
    private static Claim Stanza(in Utterance said)
    {
        var bytes = said.Bytes;
        var end = bytes.IndexOf((byte)'>');
        if (end < 0)
            return bytes.Length > 1024 ? Claim.No : said.TooShort;
        var element = bytes[..end];
        if (said.FromStart || (!element.StartsWith("<iq "u8) && !element.StartsWith("<message "u8) && !element.StartsWith("<presence "u8)))
            return Claim.No;
        var attributes = (Ascii.Has(element, " type="u8) ? 1 : 0) + (Ascii.Has(element, " to="u8) ? 1 : 0) + (Ascii.Has(element, " from="u8) ? 1 : 0) + (Ascii.Has(element, " id="u8) ? 1 : 0);
        return attributes >= 2 && Ascii.IsPrintable(element) ? Claim.Yes(element[1] == 'i' ? 36 : 30, Role.Peer, "stanza") : Claim.No;
    }
}
