using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ftp;

/// <summary>FTP's control channel (RFC 959, RFC 2389, RFC 2428, RFC 3659, RFC 4217): command lines, or replies.</summary>
internal sealed class FtpIdentifier : Identifier
{
    private static readonly CommandWords Commands = new(
        new("USER", 20, Argument.OneWord), new("PASS", 14), new("ACCT", 16), new("CWD", 24), new("XCWD", 28), new("CDUP", 28, Argument.None), new("SMNT", 24), new("REIN", 24, Argument.None), new("PORT", 24, Argument.Numbers), new("PASV", 30, Argument.None),
        new("EPSV", 30), new("EPRT", 32), new("LPRT", 30), new("LPSV", 30), new("TYPE", 22), new("STRU", 24), new("MODE", 16), new("RETR", 20), new("STOR", 22), new("STOU", 24), new("APPE", 24),
        new("ALLO", 24), new("REST", 16), new("RNFR", 28), new("RNTO", 28), new("ABOR", 28), new("DELE", 18), new("RMD", 24), new("XRMD", 28), new("MKD", 24),
        new("XMKD", 28), new("PWD", 24, Argument.None), new("XPWD", 28, Argument.None), new("LIST", 14), new("NLST", 30), new("SITE", 24), new("SYST", 32, Argument.None), new("STAT", 8), new("FEAT", 28),
        new("OPTS", 26), new("MDTM", 28), new("SIZE", 18), new("MLSD", 30), new("MLST", 30), new("MFMT", 28), new("AUTH TLS", 36), new("AUTH SSL", 36), new("AUTH GSSAPI", 24), new("AUTH", 10), new("PBSZ", 34), new("PROT", 26),
        new("CLNT", 26), new("HOST", 14), new("CSID", 26), new("ADAT", 24), new("CCC", 20), new("NOOP", 8), new("HELP", 8), new("QUIT", 8), new("LANG", 14));

    /// <inheritdoc/>
    public override string App => "ftp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [.. Commands.Prefixes, ReplyLines.Prefix];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) =>
        Ascii.IsDigit(said.Bytes[0]) ? FtpReplies.Judge(said) : Commands.Judge(said.Bytes, said.Complete, "command", mayCarryText: false);
}
