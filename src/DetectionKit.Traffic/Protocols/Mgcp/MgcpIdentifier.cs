using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Mgcp;

/// <summary>
/// MGCP 1.0 (RFC 3435 section 3.2): a command line of verb, transaction, endpoint and version; a response line of code and transaction.
/// </summary>
internal sealed class MgcpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "mgcp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Ascii.AnyCase("EPCF"), Ascii.AnyCase("CRCX"), Ascii.AnyCase("MDCX"), Ascii.AnyCase("DLCX"), Ascii.AnyCase("RQNT"), Ascii.AnyCase("NTFY"), Ascii.AnyCase("AUEP"), Ascii.AnyCase("AUCX"), Ascii.AnyCase("RSIP"), Ascii.AnyCase("MESG"), new(ByteSet.Digits, ByteSet.Digits, ByteSet.Digits, ByteSet.Of((byte)' '))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        var isWhole = lines.Next(out var line);
        if (!Ascii.IsDigit(line[0]))
            return Ascii.Has(line, " MGCP 1.0"u8) || Ascii.Has(line, " MGCP 0.1"u8) ? Claim.Yes(80, Role.Client, "command line") : Claim.No;
        var rest = line.Length > 4 ? line[4..] : default;
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            digits = rest.Length;
        if (digits is 0 or > 9 || (digits < rest.Length && rest[digits] != ' ') || line[0] > '9')
            return Claim.No;
        var number = rest[..digits];
        var asked = said.Peer.Length > 5 && said.Peer[5..].StartsWith(number) && said.Peer[4] == ' ';
        // Parameters follow (RFC 3435 section 3.3), or nothing does.
        var further = lines.Rest;
        var fits = isWhole && line[0] is (byte)'1' or (byte)'2' or (byte)'4' or (byte)'5' && (further.IsEmpty || (further.Length > 2 && char.IsAsciiLetter((char)further[0]) && further[1] == ':'));
        return Claim.Yes(asked ? 50 : fits ? 26 : 18, Role.Server, "response line");
    }
}
