using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Smtp;

/// <summary>SMTP's replies (RFC 5321 section 4.2.3, RFC 4954 section 6, RFC 3463 for the enhanced codes).</summary>
internal static class SmtpReplies
{
    private const int MostLines = 64;

    /// <summary>Judges what a server said.</summary>
    public static Claim Judge(in Utterance said)
    {
        var replies = new ReplyLines(said.Bytes);
        int bits = 0, lines = 0, previous = 0;
        while (lines < MostLines && bits < 64 && replies.Next())
        {
            if (lines == 0 && said.FromStart && replies.Code is not (220 or 421 or 521 or 554 or 450 or 451 or 550 or 571))
                return Claim.No;
            var worth = Worth(replies.Code, replies.Text, lines == 0);
            if (worth < 0)
                return Claim.No;
            bits += replies.Code != previous ? worth : worth >= 24 ? worth / 2 : 0;
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
                if (first && (Ascii.Has(text, "FTP"u8) || Ascii.Has(text, "NNTP"u8)) && !Ascii.Has(text, "SMTP"u8))
                    return -1;
                return Ascii.Has(text, "SMTP"u8) || Ascii.Has(text, "LMTP"u8) ? 50 : Ascii.Has(text, "Postfix"u8) || Ascii.Has(text, "Sendmail"u8)
                    || Ascii.Has(text, "Exim"u8) || Ascii.Has(text, "mail"u8) || text.StartsWith("2.0.0"u8) ? 30 : 18;
            case 250:
                return IsExtension(text) ? 24 : IsEnhanced(text, '2') ? 24 : 6;
            case 354:
                return 26;
            case 334 or 235 or 251 or 252 or 535:
                return 14;
            case 550 or 551 or 552 or 553 or 554 or 450 or 451 or 452 or 454 or 455 or 555 or 421 or 521 or 571:
                return IsEnhanced(text, (char)('0' + (code / 100))) ? 26 : code is 421 or 554 ? 14 : 8;
            case 221 or 211 or 214 or 500 or 501 or 502 or 503 or 504 or 530:
                return IsEnhanced(text, (char)('0' + (code / 100))) ? 24 : 6;
            default:
                return -1;
        }
    }

    private static bool IsExtension(ReadOnlySpan<byte> text) =>
        Ascii.Starts(text, "PIPELINING"u8) || Ascii.Starts(text, "8BITMIME"u8) || Ascii.Starts(text, "STARTTLS"u8) || Ascii.Starts(text, "ENHANCEDSTATUSCODES"u8)
        || Ascii.Starts(text, "SMTPUTF8"u8) || Ascii.Starts(text, "AUTH"u8) || Ascii.Starts(text, "CHUNKING"u8) || Ascii.Starts(text, "DSN"u8)
        || Ascii.Starts(text, "ETRN"u8) || Ascii.Starts(text, "VRFY"u8) || Ascii.Starts(text, "SIZE"u8) || Ascii.Starts(text, "BINARYMIME"u8);

    /// <summary>An enhanced status code: 2.1.0.</summary>
    private static bool IsEnhanced(ReadOnlySpan<byte> text, char kind) =>
        text.Length > 5 && text[0] == kind && text[1] == '.' && Ascii.IsDigit(text[2]) && text[3..6].Contains((byte)'.');
}
