using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Smtp;

/// <summary>
/// SMTP and LMTP (RFC 5321 section 4, RFC 2033): command lines, or replies. Replies alone are like FTP's; the codes and words that only SMTP has
/// tell them apart.
/// </summary>
internal sealed class SmtpIdentifier : Identifier
{
    private static readonly CommandWords Commands = new(
        new("EHLO", 34), new("HELO", 32), new("LHLO", 32), new("MAIL FROM:", 60), new("RCPT TO:", 50), new("BDAT", 28), new("STARTTLS", 28),
        new("AUTH LOGIN", 36), new("AUTH PLAIN", 36), new("AUTH CRAM-MD5", 36), new("AUTH NTLM", 36), new("AUTH GSSAPI", 36), new("AUTH XOAUTH2", 36),
        new("VRFY", 26), new("EXPN", 26), new("ETRN", 26), new("XCLIENT", 34), new("DATA", 14, Argument.None), new("RSET", 18, Argument.None), new("NOOP", 8), new("QUIT", 8),
        new("HELP", 8), new("MAIL", 16), new("RCPT", 20), new("AUTH", 10));

    /// <inheritdoc/>
    public override string App => "smtp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [.. Commands.Prefixes, ReplyLines.Prefix];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) =>
        Ascii.IsDigit(said.Bytes[0]) ? SmtpReplies.Judge(said) : Commands.Judge(said.Bytes, said.Complete, "command");
}
