using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Syslog;

/// <summary>
/// Syslog (RFC 5424 section 6, RFC 3164 section 4.1; over TCP also with counted octets, RFC 6587 section 3.4.1): a priority in angle brackets, then a version or
/// a time.
/// </summary>
internal sealed class SyslogIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "syslog";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of((byte)'<'), ByteSet.Digits), new(ByteSet.Digits, ByteSet.Digits)];

    private const int LargestPriority = 191;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.Carrier == Carrier.Tcp && Ascii.IsDigit(bytes[0]))
        {
            var count = bytes[..Math.Min(bytes.Length, 6)].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (count < 0 || bytes[count] != ' ')
                return bytes.Length >= 6 || count >= 0 ? Claim.No : said.TooShort;
            bytes = bytes[(count + 1)..];
        }

        if (bytes.Length < 24)
            return said.Carrier == Carrier.Udp ? Message(bytes) : said.TooShort;
        return Message(bytes);
    }

    private static Claim Message(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 5 || bytes[0] != '<')
            return Claim.No;
        var end = bytes[..Math.Min(bytes.Length, 5)].IndexOf((byte)'>');
        if (end < 2)
            return Claim.No;
        var priority = 0;
        foreach (var digit in bytes[1..end])
        {
            if (!Ascii.IsDigit(digit))
                return Claim.No;
            priority = (priority * 10) + digit - '0';
        }

        var rest = bytes[(end + 1)..];
        if (priority > LargestPriority || rest.Length < 2)
            return Claim.No;
        if (rest.Length > 6 && rest[0] == '1' && rest[1] == ' ' && (rest[2] == '-' || Ascii.IsDigit(rest[2])))
            return Claim.Yes(46, Role.Client, "priority and version");
        if (rest.Length > 15 && IsMonth(rest) && rest[3] == ' ' && rest[9] == ':' && rest[12] == ':')
            return Claim.Yes(56, Role.Client, "priority and time");
        // Some end a short message with LF or a zero, or say it in several lines.
        var line = rest[..Math.Min(rest.Length, 64)];
        var lineEnd = line.IndexOfAny((byte)'\n', (byte)'\r', (byte)0);
        if (lineEnd >= 0)
            line = lineEnd >= 8 || lineEnd == rest.Length - 1 ? line[..lineEnd] : default;
        return !line.IsEmpty && Ascii.IsPrintable(line) ? Claim.Yes(26, Role.Client, "priority and text") : Claim.No;
    }

    private static bool IsMonth(ReadOnlySpan<byte> bytes) => "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(bytes[..3]) is var at && at >= 0 && at % 3 == 0;
}
