using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Irc;

/// <summary>
/// IRC (RFC 1459 section 2.3.1, RFC 2812, IRCv3 for CAP): registration of the client, and messages with a prefix of the server.
/// </summary>
internal sealed class IrcIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "irc";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Ascii.AnyCase("NICK"), Ascii.AnyCase("USER"), Ascii.AnyCase("PASS"), Ascii.AnyCase("CAP "), Ascii.AnyCase("JOIN"), Ascii.AnyCase("NOTI"), Ascii.AnyCase("PRIV"), new(ByteSet.Of((byte)':')), Ascii.AnyCase("PING"), Ascii.AnyCase("ERRO")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        var bits = 0;
        var role = Role.Peer;
        var users = 0;
        for (var count = 0; count < 4 && bits < 48; count++)
        {
            if (!lines.Next(out var line))
                return bits > 0 ? Claim.Yes(bits, role, "messages") : line.Length > 512 ? Claim.No : said.TooShort;
            if (line.IsEmpty)
                break;
            if (!Ascii.IsPrintable(line))
                return Claim.No;
            var (weight, part) = Weight(line);
            // Who a user is is said once.
            if (Ascii.Starts(line, "USER "u8) && ++users > 1)
                return Claim.No;
            if (weight == 0)
                return bits > 0 ? Claim.Yes(bits, role, "messages") : Claim.No;
            bits += weight;
            role = role == Role.Peer ? part : role;
        }

        return bits > 0 ? Claim.Yes(bits, role, "messages") : Claim.No;
    }

    private static (int Bits, Role Role) Weight(ReadOnlySpan<byte> line)
    {
        if (line[0] == ':')
        {
            var blank = line.IndexOf((byte)' ');
            if (blank < 2)
                return default;
            var command = line[(blank + 1)..];
            var numeric = command.Length > 4 && Ascii.IsDigit(command[0]) && Ascii.IsDigit(command[1]) && Ascii.IsDigit(command[2]) && command[3] == ' ';
            return numeric || IsServerCommand(command) ? (44, Role.Server) : default;
        }

        if (Ascii.Starts(line, "NOTICE AUTH "u8) || Ascii.Starts(line, "NOTICE * "u8))
            return (48, Role.Server);
        if (Ascii.Starts(line, "ERROR :Closing "u8))
            return (30, Role.Server);
        if (Ascii.Starts(line, "USER "u8) && line.IndexOf(" :"u8) > 6 && Blanks(line) >= 4)
            return (44, Role.Client);
        if (Ascii.Starts(line, "USER "u8) && line.Length is > 5 and < 128 && Blanks(line) is 1 or >= 4)
            return (Blanks(line) == 1 ? 12 : 8, Role.Client); // FTP has the shorter one as well
        if (Ascii.Starts(line, "NICK "u8) && line.Length is > 5 and < 64 && Blanks(line) == 1)
            return (26, Role.Client);
        if (Ascii.Starts(line, "CAP LS"u8) || Ascii.Starts(line, "CAP REQ"u8))
            return (36, Role.Client);
        if (Ascii.Starts(line, "JOIN #"u8) || (Ascii.Starts(line, "PRIVMSG "u8) && line.IndexOf(" :"u8) > 8))
            return (40, Role.Client);
        // FTP and POP3 have PASS as well.
        return Ascii.Starts(line, "PASS "u8) || Ascii.Starts(line, "PING :"u8) ? (10, Role.Peer) : default;
    }

    private static bool IsServerCommand(ReadOnlySpan<byte> command) =>
        command.StartsWith("NOTICE "u8) || command.StartsWith("PRIVMSG "u8) || command.StartsWith("MODE "u8) || command.StartsWith("JOIN "u8)
        || command.StartsWith("CAP "u8) || command.StartsWith("PONG "u8) || command.StartsWith("NICK "u8) || command.StartsWith("QUIT "u8) || command.StartsWith("PART "u8);

    private static int Blanks(ReadOnlySpan<byte> line) => line.Count((byte)' ');
}
