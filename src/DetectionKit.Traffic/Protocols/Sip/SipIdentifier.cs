using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Sip;

/// <summary>SIP (RFC 3261 sections 7 and 25): a request line or a status line of version 2.0.</summary>
internal sealed class SipIdentifier : Identifier
{
    private const int LongestLine = 4096;

    /// <inheritdoc/>
    public override string App => "sip";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Letters, ByteSet.Letters, ByteSet.Letters.Or(ByteSet.Of((byte)' ', (byte)'/')), ByteSet.Letters.Or(ByteSet.Of((byte)' ', (byte)'/', (byte)'2'))), new(ByteSet.Of((byte)'\r', (byte)'\n'))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes.TrimStart("\r\n"u8);
        if (bytes.IsEmpty)
            return said.Carrier == Carrier.Udp && said.Ordinal < 16 ? Claim.More : said.TooShort; // a keep-alive
        var status = "SIP/2.0 "u8;
        if (bytes.StartsWith(status))
            return bytes.Length < 11 ? said.TooShort : Ascii.IsDigit(bytes[8]) && Ascii.IsDigit(bytes[9]) && Ascii.IsDigit(bytes[10]) && IsHeaderBehind(bytes) ? Claim.Yes(84, Role.Server, "status line") : Claim.No;
        if (status.StartsWith(bytes))
            return said.TooShort;
        var method = Ascii.IndexOfOther(bytes, Ascii.Token);
        if (method < 0)
            return bytes.Length < 16 ? said.TooShort : Claim.No;
        if (method is < 2 or > 16 || bytes[method] != ' ')
            return Claim.No;
        var target = bytes[(method + 1)..];
        var end = target.IndexOf((byte)'\n');
        var line = end < 0 ? target : target[..end].TrimEnd((byte)'\r');
        if (!Ascii.MayStart(line, "sip:"u8) && !Ascii.MayStart(line, "sips:"u8) && !Ascii.MayStart(line, "tel:"u8) && !line.EndsWith(" SIP/2.0"u8))
            return end < 0 && line.Length < LongestLine && !said.Complete && line.Length < 64 ? Claim.More : Claim.No;
        if (end < 0)
            return said.Complete && Ascii.Starts(line, "sip"u8) && line.Length > 8 && Ascii.IsPrintable(line) ? Claim.Yes(36, Role.Client, "request line, cut") : line.Length < LongestLine ? said.TooShort : Claim.No;
        return line.EndsWith("SIP/2.0"u8) && Ascii.IsPrintable(line) ? Claim.Yes(84, Role.Client, "request line") : Claim.No;
    }

    /// <summary>Whether what stands behind the first line, if anything, is a header: somebody else's message may begin with a line of SIP's look.</summary>
    private static bool IsHeaderBehind(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0)
            return true;
        var next = bytes[(end + 1)..];
        var name = Ascii.IndexOfOther(next, Ascii.Token);
        return name < 0 || next[name] is (byte)':' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
    }
}
