using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>
/// HTTP/0.9 to 1.1: a request line or a status line (RFC 9112 sections 3 and 4; methods of RFC 9110, WebDAV of RFC 4918 and others by their
/// version). The same line with RTSP, SIP or ICAP for its version belongs to those.
/// </summary>
internal sealed class HttpIdentifier : Identifier
{
    private const int LongestLine = 12_288;

    private static readonly ByteSet TokenOrBlank = ByteSet.Where(b => Ascii.Token.Contains(b) || b is (byte)' ' or (byte)'\t');

    /// <inheritdoc/>
    public override string App => "http";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
    [
        new(ByteSet.Letters, TokenOrBlank, TokenOrBlank, TokenOrBlank.Or(ByteSet.Of((byte)'/'))),
        Prefix.Text("HTTP"),
        Prefix.Bytes((byte)'\r', (byte)'\n'),
        new(ByteSet.Of((byte)'\n'), ByteSet.Letters),
    ];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes.TrimStart("\r\n"u8);
        if (bytes.IsEmpty)
            return said.Complete || said.Bytes.Length > 8 ? Claim.No : Claim.More;
        return Ascii.MayStart(bytes, "HTTP/"u8) ? StatusLine(bytes, said.Complete) : RequestLine(bytes, said.Complete);
    }

    private static Claim StatusLine(ReadOnlySpan<byte> bytes, bool complete)
    {
        // HTTP/1.1 200 OK
        if (bytes.Length < 12)
            return complete || !Fits(bytes) ? Claim.No : Claim.More;
        return Fits(bytes) && bytes[9] is >= (byte)'1' and <= (byte)'9' && Ascii.IsDigit(bytes[10]) && Ascii.IsDigit(bytes[11])
            && (bytes.Length == 12 || bytes[12] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
            ? Claim.Yes(72, Role.Server, "status line")
            : Claim.No;

        static bool Fits(ReadOnlySpan<byte> bytes) =>
            (bytes.Length < 6 || Ascii.IsDigit(bytes[5])) && (bytes.Length < 7 || bytes[6] == '.') && (bytes.Length < 8 || Ascii.IsDigit(bytes[7]))
            && (bytes.Length < 9 || bytes[8] is (byte)' ' or (byte)'\t');
    }

    private static Claim RequestLine(ReadOnlySpan<byte> bytes, bool complete)
    {
        var method = Ascii.IndexOfOther(bytes, Ascii.Token);
        if (method < 0)
            return bytes.Length <= HttpMethods.Longest && !complete ? Claim.More : Claim.No;
        if (method is < 3 or > HttpMethods.Longest || bytes[method] is not ((byte)' ' or (byte)'\t'))
            return Claim.No;
        var known = HttpMethods.IsKnown(bytes[..method]);
        var rest = bytes[method..];
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            if (!Ascii.IsPrintable(rest.TrimEnd((byte)'\r')) || rest.Length > LongestLine)
                return known && IsTarget(rest, bytes[..method]) && rest.Length > LongestLine ? Claim.Yes(34, Role.Client, "request without end") : Claim.No;
            if (!complete)
                return known || rest.Length < 256 ? Claim.More : Claim.No;
            return known && IsTarget(rest, bytes[..method]) ? Claim.Yes(30, Role.Client, "method and target, cut") : Claim.No;
        }

        var line = rest[..end].TrimEnd("\r \t"u8);
        var version = line.LastIndexOf("HTTP/"u8) is var at && at > 0 ? line[at..] : Ascii.Starts(Last(line), "http/"u8) ? Last(line) : default;
        if (version.Length >= 6 && line.Length - version.Length > 0 && Ascii.IsDigit(version[5]))
        {
            // NOTIFY * and M-SEARCH * belong to SSDP, and HTTP/2's preface is no request.
            if (line.Trim("\t "u8).StartsWith("* HTTP/2"u8) && bytes.StartsWith("PRI "u8))
                return Claim.No;
            return Claim.Yes(known ? 76 : 52, Role.Client, "request line");
        }

        if (!known || HasOtherVersion(line) || !IsTarget(rest, bytes[..method]))
            return Claim.No;
        return line.Trim("\t "u8).Contains((byte)' ') ? Claim.Yes(28, Role.Client, "request line, odd version") : Claim.Yes(30, Role.Client, "request of HTTP/0.9");
    }

    private static ReadOnlySpan<byte> Last(ReadOnlySpan<byte> line) => line[(line.LastIndexOfAny((byte)' ', (byte)'\t') + 1)..];

    private static bool HasOtherVersion(ReadOnlySpan<byte> line)
    {
        var last = Last(line);
        return last.StartsWith("RTSP/"u8) || last.StartsWith("SIP/"u8) || last.StartsWith("ICAP/"u8);
    }

    /// <summary>Whether a request target can begin so (RFC 9112 section 3.2); CONNECT takes an authority.</summary>
    private static bool IsTarget(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> method)
    {
        var target = rest.TrimStart("\t "u8);
        return target.StartsWith("/"u8) || Ascii.Starts(target, "http://"u8) || Ascii.Starts(target, "https://"u8)
            || (method.SequenceEqual("CONNECT"u8) && target.IndexOf((byte)':') is > 0 and < 256);
    }
}
