using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Imap;

/// <summary>IMAP (RFC 9051 sections 2.2, 6 and 7): tagged commands, untagged responses.</summary>
internal sealed class ImapIdentifier : Identifier
{
    private const int MostLines = 16;
    private const int LongestTag = 24;

    private static readonly CommandWords Commands = new(
        new("CAPABILITY", 40), new("LOGIN", 34), new("AUTHENTICATE", 40), new("STARTTLS", 40), new("SELECT", 26), new("EXAMINE", 34), new("LIST", 16),
        new("LSUB", 34), new("STATUS", 24), new("FETCH", 26), new("UID", 20), new("NOOP", 14), new("LOGOUT", 30, Argument.None), new("ID", 12), new("NAMESPACE", 36),
        new("IDLE", 24), new("APPEND", 26), new("CREATE", 18), new("DELETE", 18), new("SEARCH", 18), new("STORE", 20), new("CLOSE", 16), new("EXPUNGE", 34),
        new("ENABLE", 26), new("CHECK", 12), new("COPY", 16), new("SUBSCRIBE", 20), new("GETQUOTAROOT", 40), new("COMPRESS", 24), new("UNSELECT", 34));

    private static readonly ByteSet TagByte = ByteSet.Letters.Or(ByteSet.Digits).Or(ByteSet.Of((byte)'.', (byte)'$'));

    /// <inheritdoc/>
    public override string App => "imap";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
    [
        new(ByteSet.Of((byte)'*'), ByteSet.Of((byte)' ')),
        new(TagByte, TagByte.Or(ByteSet.Of((byte)' ')), TagByte.Or(ByteSet.Of((byte)' ')), TagByte.Or(ByteSet.Of((byte)' '))),
    ];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        int bits = 0, count = 0;
        var role = Role.Client;
        while (count < MostLines && bits < 64 && lines.Next(out var line))
        {
            var worth = line.StartsWith("* "u8) ? Untagged(line[2..], ref role) : Tagged(line, ref role);
            if (worth < 0)
            {
                if (count == 0)
                    return Claim.No;
                break;
            }

            bits += count == 0 ? worth : worth / 2;
            count++;
        }

        if (bits > 0)
            return Claim.Yes(bits, role, role == Role.Server ? "responses" : "tagged commands");
        return lines.Rest.Length > 512 || !Ascii.IsPrintable(lines.Rest.TrimEnd((byte)'\r')) || !MayFollow(lines.Rest) ? Claim.No : said.TooShort;
    }

    private static bool MayFollow(ReadOnlySpan<byte> rest)
    {
        var blank = rest.IndexOf((byte)' ');
        return rest[0] == '*' || (blank < 0 ? rest.Length <= LongestTag : Commands.MayLead(rest[(blank + 1)..]) || rest[(blank + 1)..].Length < 4);
    }

    private static int Untagged(ReadOnlySpan<byte> text, ref Role role)
    {
        role = Role.Server;
        // Capitals: prose in list items begins with "Ok" and "Status" too.
        if (text.StartsWith("OK"u8) || text.StartsWith("PREAUTH"u8) || text.StartsWith("BYE"u8))
            return Ascii.Has(text, "IMAP"u8) || Ascii.Has(text, "[CAPABILITY"u8) ? 46 : Ascii.Has(text, "Dovecot"u8) || Ascii.Has(text, "Courier"u8) || Ascii.Has(text, "Cyrus"u8) ? 36 : 24;
        if (Ascii.Starts(text, "CAPABILITY IMAP4"u8))
            return 60;
        if (Ascii.Starts(text, "LIST ("u8) || Ascii.Starts(text, "LSUB ("u8) || Ascii.Starts(text, "FLAGS ("u8) || (text.StartsWith("STATUS "u8) && text.Contains((byte)'(')) || text.StartsWith("SEARCH"u8)
            || Ascii.Starts(text, "NAMESPACE ("u8) || Ascii.Starts(text, "ID ("u8))
            return 30;
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits is > 0 and < 11 && (Ascii.Starts(text[digits..], " EXISTS"u8) || Ascii.Starts(text[digits..], " RECENT"u8) || Ascii.Starts(text[digits..], " FETCH ("u8)
            || Ascii.Starts(text[digits..], " EXPUNGE"u8)) ? 34 : -1;
    }

    /// <summary>Whoever types a session tags with a letter; in prose what follows it is no command in capitals.</summary>
    private static bool IsByHand(ReadOnlySpan<byte> line, int blank)
    {
        var word = line[(blank + 1)..];
        var end = word.IndexOf((byte)' ');
        word = end < 0 ? word : word[..end];
        return blank == 1 && word.Length > 4 && !word.ContainsAnyExceptInRange((byte)'A', (byte)'Z') && Commands.Worth(word) >= 30;
    }

    private static int Tagged(ReadOnlySpan<byte> line, ref Role role)
    {
        var blank = line.IndexOf((byte)' ');
        if (blank is < 1 or > LongestTag || (!line[..blank].ContainsAnyInRange((byte)'0', (byte)'9') && !IsByHand(line, blank)))
            return -1;
        foreach (var letter in line[..blank])
        {
            if (!TagByte.Contains(letter))
                return -1;
        }

        var text = line[(blank + 1)..];
        if (role == Role.Server || Ascii.Starts(text, "OK "u8) || Ascii.Starts(text, "BAD "u8))
        {
            role = Role.Server;
            return Ascii.Starts(text, "OK "u8) || Ascii.Starts(text, "NO "u8) || Ascii.Starts(text, "BAD "u8) ? 16 : -1;
        }

        // Who logs in says a name and a password; "530 Login incorrect." is another protocol's answer.
        return Ascii.Starts(text, "LOGIN "u8) && !text[6..].TrimEnd((byte)' ').Contains((byte)' ') && !text.EndsWith("}"u8) ? -1 : Commands.Worth(text);
    }
}
