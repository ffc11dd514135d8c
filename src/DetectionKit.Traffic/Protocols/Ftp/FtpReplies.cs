using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ftp;

/// <summary>FTP's replies (RFC 959 section 4.2, RFC 4217, RFC 2428).</summary>
internal static class FtpReplies
{
    private const int MostLines = 64;

    /// <summary>Judges what a server said.</summary>
    public static Claim Judge(in Utterance said)
    {
        var replies = new ReplyLines(said.Bytes);
        int bits = 0, lines = 0, previous = 0;
        while (lines < MostLines && bits < 64 && replies.Next())
        {
            if (lines == 0 && said.FromStart && replies.Code is not (220 or 120 or 421 or 500 or 530 or 550 or 426))
                return Claim.No;
            var worth = Worth(replies.Code, replies.Text, lines == 0);
            if (worth < 0)
                return Claim.No;
            bits += replies.Code != previous || worth > 40 ? worth : 0;
            previous = replies.Code;
            lines++;
        }

        if (replies.Broken && lines == 0)
            return Claim.No;
        if (lines == 0 && !ReplyLines.MayBegin(replies.Rest))
            return Claim.No;
        if (lines == 0 && said.Complete && replies.NextCut() && Worth(replies.Code, replies.Text, first: true) >= Evidence.Decisive)
            return Claim.Yes(Evidence.Decisive, Role.Server, "greeting, cut");
        if (bits == 0)
            return said.Complete ? Claim.No : Claim.More;
        return Claim.Yes(bits, Role.Server, "replies");
    }

    private static int Worth(int code, ReadOnlySpan<byte> text, bool first)
    {
        switch (code)
        {
            case 220:
                if (first && (Ascii.Has(text, "SMTP"u8) || Ascii.Has(text, "NNTP"u8) || Ascii.Has(text, "LMTP"u8)))
                    return -1;
                return Ascii.Has(text, "FTP"u8) || Ascii.Has(text, "FileZilla"u8) ? 46 : 18;
            case 227:
                return Ascii.Has(text, "Entering Passive"u8) || text.Contains((byte)',') ? 50 : 16;
            case 229:
                return text.IndexOf("|||"u8) >= 0 ? 50 : 16;
            case 331:
                return Ascii.Has(text, "pass"u8) || Ascii.Has(text, "anonymous"u8) ? 30 : 20;
            case 230:
                return Ascii.Has(text, "log"u8) || Ascii.Has(text, "user"u8) ? 24 : 14;
            case 226 or 150 or 125 or 257 or 350 or 234 or 215 or 213 or 228 or 426 or 425 or 200 or 212:
                return 12;
            case 211:
                return Ascii.Has(text, "feat"u8) ? 26 : 10;
            case 530:
                return Ascii.Has(text, "log"u8) ? 18 : 12;
            case 332 or 532 or 120 or 225 or 202 or 110 or 431 or 533 or 534 or 536 or 522:
                return 8;
            case 250:
                return Ascii.Has(text, "director"u8) || Ascii.Has(text, "CWD"u8) ? 20 : 5;
            case 221 or 214 or 421 or 450 or 451 or 452 or 500 or 501 or 502 or 503 or 504 or 521 or 550 or 551 or 552 or 553 or 334 or 335 or 235:
                return 4;
            default:
                return -1;
        }
    }
}
