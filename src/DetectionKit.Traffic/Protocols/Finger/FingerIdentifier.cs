using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Finger;

/// <summary>
/// Finger (RFC 1288 section 2.3): a line with a user's name, or an empty one, answered by what is known of the user.
/// </summary>
internal sealed class FingerIdentifier : Identifier
{
    private const int LongestQuery = 64;

    /// <inheritdoc/>
    public override string App => "finger";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Where(b => b is >= 0x20 and < 0x7F)), new(ByteSet.Of((byte)'\r'), ByteSet.Of((byte)'\n'))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.SpokeFirst || said.Peer.IsEmpty)
        {
            if (!bytes.EndsWith("\n"u8))
                return bytes.Length > LongestQuery ? Claim.No : said.TooShort;
            return IsQuery(bytes) ? Claim.Yes(4, Role.Client, "query") : Claim.No;
        }

        if (bytes.Length < 24)
            return said.TooShort;
        return IsQuery(said.Peer) && IsAnswer(bytes) ? Claim.Yes(28, Role.Server, "answer") : Claim.No;
    }

    /// <summary>One line of text and nothing behind it.</summary>
    private static bool IsQuery(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= LongestQuery && bytes.IndexOf((byte)'\n') == bytes.Length - 1 && Ascii.IsPrintable(bytes.TrimEnd("\r\n"u8));

    /// <summary>A line that begins with "Login" and says "Name": of one user, or the heads of a table of all; a greeting may stand before it.</summary>
    private static bool IsAnswer(ReadOnlySpan<byte> bytes)
    {
        var lines = new LineReader(bytes[..Math.Min(bytes.Length, 512)]);
        for (var isWhole = true; isWhole;)
        {
            isWhole = lines.Next(out var line);
            if (Ascii.Starts(line, "login"u8) && Ascii.Has(line, "name"u8))
                return true;
        }

        return false;
    }
}
