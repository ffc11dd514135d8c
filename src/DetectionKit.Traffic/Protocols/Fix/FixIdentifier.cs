using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Fix;

/// <summary>
/// FIX session layer (FIX 4.x and FIXT 1.1, "Standard Message Header"): tags 8, 9 and 35 come first, in this order, each ended by SOH.
/// </summary>
internal sealed class FixIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "fix";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("8=")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var end = bytes[..Math.Min(bytes.Length, 16)].IndexOf((byte)1);
        if (end < 0)
            return bytes.Length >= 16 ? Claim.No : said.TooShort;
        var rest = bytes[(end + 1)..];
        // Those of versions, and of messages that come compressed.
        if (!bytes.StartsWith("8=FIX.4."u8) && !bytes.StartsWith("8=FIXT.1."u8) && !bytes.StartsWith("8=FIX.5."u8) && !bytes.StartsWith("8=FIXCOMP"u8))
            return Private(bytes[2..end], rest, said);
        if (rest.Length < 2)
            return said.Complete ? Claim.Yes(40, Role.Peer, "begin string") : Claim.More;
        return rest.StartsWith("9="u8) ? Claim.Yes(70, Role.Peer, "begin string and body length") : Claim.No;
    }

    /// <summary>Feeds of exchanges have begin strings of their own; the three tags are the same.</summary>
    private static Claim Private(ReadOnlySpan<byte> beginString, ReadOnlySpan<byte> rest, in Utterance said)
    {
        if (beginString.IsEmpty || !Ascii.IsAll(beginString, Ascii.Token))
            return Claim.No;
        if (rest.Length < 12)
            return said.TooShort;
        var end = rest[..12].IndexOf((byte)1);
        return end > 2 && rest.StartsWith("9="u8) && rest[2..end].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && rest[(end + 1)..].StartsWith("35="u8)
            ? Claim.Yes(56, Role.Peer, "first three tags")
            : Claim.No;
    }
}
