using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Redis;

/// <summary>
/// Redis (Redis, "RESP protocol spec"): arrays of bulk strings from the client; simple strings, errors, integers and bulk strings from the server.
/// </summary>
internal sealed class RedisIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "redis";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of((byte)'*', (byte)'%'), ByteSet.Digits), new(ByteSet.Of((byte)'+', (byte)'-', (byte)':', (byte)'$')), .. RedisInline.Prefixes];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        if (!lines.Next(out var line))
            return line.Length > 512 ? Claim.No : said.TooShort;
        if (line.IsEmpty)
            return Claim.No;
        return line[0] switch
        {
            (byte)'*' => Array(line, ref lines, said),
            (byte)'%' => Hello(line, said),
            (byte)'+' or (byte)'-' or (byte)':' or (byte)'$' => Reply(line, said),
            _ => RedisInline.Judge(said),
        };
    }

    private static Claim Array(ReadOnlySpan<byte> line, ref LineReader lines, in Utterance said)
    {
        if (!IsNumber(line[1..]))
            return Claim.No;
        if (!lines.Next(out var size))
            return size.Length > 16 ? Claim.No : said.TooShort;
        if (size.Length < 2 || size[0] is not ((byte)'$' or (byte)':' or (byte)'*') || !IsNumber(size[1..]))
            return Claim.No;
        return Claim.Yes(48, said.SpokeFirst ? Role.Client : Role.Peer, "array");
    }

    /// <summary>What answers HELLO in version 3 of the protocol: a map that begins with the server's name.</summary>
    private static Claim Hello(ReadOnlySpan<byte> line, in Utterance said)
    {
        var first = "$6\r\nserver\r\n"u8;
        var rest = said.Bytes[Math.Min(said.Bytes.Length, line.Length + 2)..];
        if (!IsNumber(line[1..]) || !first.StartsWith(rest[..Math.Min(rest.Length, first.Length)]))
            return Claim.No;
        return rest.Length < first.Length ? said.TooShort : Claim.Yes(64, Role.Server, "hello of version 3");
    }

    private static Claim Reply(ReadOnlySpan<byte> line, in Utterance said)
    {
        if (!Ascii.IsPrintable(line))
            return Claim.No;
        var asked = said.Peer.Length > 3 && said.Peer[0] == '*' && Ascii.IsDigit(said.Peer[1]);
        var known = line.SequenceEqual("+PONG"u8) || line.StartsWith("-NOAUTH "u8) || line.StartsWith("-DENIED "u8) || line.StartsWith("-WRONGPASS"u8) || line.StartsWith("-ERR unknown command '"u8) || line.StartsWith("-ERR unknown command `"u8);
        var fits = line[0] is (byte)'+' or (byte)'-' || IsNumber(line[1..]);
        if (!fits)
            return Claim.No;
        // Answers to several commands at once: POP3 never says +OK twice in a row.
        var again = said.Bytes[Math.Min(said.Bytes.Length, line.Length + 2)..];
        var pipelined = again.StartsWith("+OK\r\n"u8) || again.StartsWith("-ERR "u8);
        if (RedisReplies.Weigh(said.Bytes) is >= 30 and var bits)
            return Claim.Yes(bits, Role.Server, "replies in a row");
        if (line[0] == '$' && (!said.SpokeFirst || said.Peer.IsEmpty) && IsBulk(line, again) && Ascii.IsPrintable(said.Peer.TrimEnd("\r\n"u8)))
            return Claim.Yes(30, Role.Server, "bulk reply");
        return Claim.Yes(asked || known ? 40 : pipelined && line.SequenceEqual("+OK"u8) ? 30 : 8, Role.Server, "reply");
    }

    /// <summary>Whether a bulk string of the stated length stands there, with its end.</summary>
    private static bool IsBulk(ReadOnlySpan<byte> line, ReadOnlySpan<byte> rest) =>
        System.Buffers.Text.Utf8Parser.TryParse(line[1..], out int length, out _) && length > 0 && length <= rest.Length - 2 && rest.Slice(length, 2).SequenceEqual("\r\n"u8)
        && (rest.Length == length + 2 || rest[length + 2] is (byte)'$' or (byte)'+' or (byte)'-' or (byte)':' or (byte)'*');

    private static bool IsNumber(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and < 12 && (text[0] == '-' ? text[1..] : text).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
