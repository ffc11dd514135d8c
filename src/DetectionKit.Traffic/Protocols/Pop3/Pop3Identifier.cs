using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Pop3;

/// <summary>POP3 (RFC 1939, RFC 2449, RFC 2595): commands, or replies that begin with +OK and -ERR.</summary>
internal sealed class Pop3Identifier : Identifier
{
    private const int MostLines = 16;

    private static readonly CommandWords Commands = new(
        new("USER", 20, Argument.OneWord), new("PASS", 14), new("APOP", 32), new("STLS", 34, Argument.None), new("CAPA", 34, Argument.None), new("UIDL", 34, Argument.PerhapsNumbers), new("STAT", 16, Argument.None), new("LIST", 14, Argument.PerhapsNumbers), new("RETR", 18, Argument.Numbers),
        new("DELE", 18, Argument.Numbers), new("TOP", 18, Argument.Numbers), new("AUTH", 10), new("XTND", 26), new("NOOP", 8, Argument.None), new("RSET", 10, Argument.None), new("LAST", 12, Argument.None), new("QUIT", 8, Argument.None), new("UTF8", 12));

    /// <inheritdoc/>
    public override string App => "pop3";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [.. Commands.Prefixes, Prefix.Text("+OK"), Prefix.Text("+ "), Prefix.Text("-ERR")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) =>
        said.Bytes[0] is (byte)'+' or (byte)'-' ? Replies(said) : Commands.Judge(said.Bytes, said.Complete, "command", Authenticates(said.Bytes));

    /// <summary>What answers a challenge of AUTH (RFC 5034) is no command.</summary>
    private static bool Authenticates(ReadOnlySpan<byte> bytes) => Ascii.Has(bytes[..Math.Min(bytes.Length, 64)], "AUTH "u8);

    private static Claim Replies(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        int bits = 0, count = 0;
        // A server greets: one that has to be asked first is hardly POP3's, whatever its answers look like.
        var greeted = !said.FromStart || said.SpokeFirst || said.Peer.IsEmpty;
        while (count < MostLines && bits < 64 && lines.Next(out var line))
        {
            if (!Ascii.IsPrintable(line))
                return bits > 0 ? Claim.Yes(bits, Role.Server, "replies") : Claim.No;
            if (line.StartsWith("+OK "u8))
                bits += IsNamed(line) ? 44 : count == 0 ? 26 : 14;
            else if (line.StartsWith("-ERR "u8))
                bits += IsNamed(line) ? 44 : count == 0 && said.FromStart ? 20 : 14;
            else if (line is [(byte)'+', (byte)'O', (byte)'K'])
                bits += count == 0 ? 12 : 1; // Redis says it too
            else if (!said.FromStart && line.StartsWith("+ "u8))
                bits += 2; // asks for more of what authenticates
            else if (count == 0)
                return Claim.No;
            count++;
        }

        if (bits > 0)
            return Claim.Yes(greeted ? bits : Math.Min(bits / 2, 20), Role.Server, "replies");
        var rest = lines.Rest;
        return rest.Length < 512 && (Ascii.MayStart(rest, "+OK"u8) || (!said.FromStart && rest.StartsWith("+ "u8)) || Ascii.MayStart(rest, "-ERR"u8)) ? said.TooShort : Claim.No;
    }

    private static bool IsNamed(ReadOnlySpan<byte> line) =>
        Ascii.Has(line, "POP3"u8) || Ascii.Has(line, " POP "u8) || Ascii.Has(line, "Dovecot"u8) || (line.Contains((byte)'<') && line.EndsWith(">"u8) && line.Contains((byte)'@'));
}
