using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Nntp;

/// <summary>NNTP (RFC 3977 sections 3 and 5 to 8, RFC 4643): commands, or replies that begin with a greeting of 200 or 201.</summary>
internal sealed class NntpIdentifier : Identifier
{
    private const int MostLines = 8;

    private static readonly CommandWords Commands = new(
        new("MODE READER", 44), new("MODE STREAM", 44), new("CAPABILITIES", 34), new("GROUP comp.", 44), new("GROUP alt.", 44), new("GROUP", 24), new("LISTGROUP", 36), new("ARTICLE", 24), new("HEAD", 10), new("BODY", 14),
        new("XOVER", 36), new("OVER", 14), new("XHDR", 34), new("HDR", 20), new("AUTHINFO USER", 50), new("AUTHINFO", 36), new("IHAVE", 34), new("TAKETHIS", 40), new("CHECK", 12),
        new("LIST", 10), new("NEWGROUPS", 36), new("NEWNEWS", 36), new("POST", 10), new("STAT", 8), new("DATE", 10), new("QUIT", 6), new("HELP", 6), new("STARTTLS", 10));

    /// <inheritdoc/>
    public override string App => "nntp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [.. Commands.Prefixes, ReplyLines.Prefix];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) =>
        Ascii.IsDigit(said.Bytes[0]) ? Replies(said) : Commands.Judge(said.Bytes, said.Complete, "command");

    private static Claim Replies(in Utterance said)
    {
        var replies = new ReplyLines(said.Bytes);
        int bits = 0, count = 0;
        while (count < MostLines && bits < 64 && replies.Next())
        {
            // A reply of many lines has no hyphen here, but text behind it up to a dot.
            if (replies.IsOpen || (count == 0 && said.FromStart && replies.Code is not (200 or 201 or 400 or 502)))
                return Claim.No;
            var named = Ascii.Has(replies.Text, "NNTP"u8) || Ascii.Has(replies.Text, "NNRP"u8) || Ascii.Has(replies.Text, "news"u8);
            // FTP closes with 221 and lists with 211.
            if (replies.Code is 211 or 220 or 221 or 222 or 223 && !replies.Text.IsEmpty && !IsAboutArticles(replies.Text))
                return Claim.No;
            bits += replies.Code switch
            {
                200 or 201 => named ? 40 : said.FromStart ? 14 : 4,
                211 or 220 or 221 or 222 or 223 or 224 or 215 or 231 or 281 or 381 or 335 or 340 or 430 or 411 or 412 or 423 or 435 or 480 or 481 => named ? 14 : 6,
                _ => 0,
            };
            count++;
            if (replies.Code is 220 or 221 or 222 or 224 or 215 or 231)
                break; // lines of text follow
        }

        if (bits > 0)
            return Claim.Yes(bits, Role.Server, "replies");
        return count > 0 || replies.Broken || !ReplyLines.MayBegin(replies.Rest) ? Claim.No : said.TooShort;
    }

    /// <summary>A number of an article, or of articles; or what headers' fields are announced with (RFC 2980 section 2.6).</summary>
    private static bool IsAboutArticles(ReadOnlySpan<byte> text) => text.TrimStart((byte)' ') is [>= (byte)'0' and <= (byte)'9', ..] || Ascii.Has(text, "follow"u8);
}
