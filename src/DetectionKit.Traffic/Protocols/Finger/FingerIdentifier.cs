using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Finger;

/// <summary>
/// Finger (RFC 1288 section 2.3): a line with a user's name, or an empty one, answered by what is known of the user.
/// </summary>
internal sealed class FingerIdentifier : Identifier
{
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
                return bytes.Length > 64 ? Claim.No : said.TooShort;
            return bytes.Length <= 64 && bytes.IndexOf((byte)'\n') == bytes.Length - 1 ? Claim.Yes(4, Role.Client, "query") : Claim.No;
        }

        if (bytes.Length < 24)
            return said.TooShort;
        var head = bytes[..Math.Min(bytes.Length, 512)];
        return Ascii.Has(head, "login"u8) && Ascii.Has(head, "name"u8) && said.Peer.Length <= 64 ? Claim.Yes(28, Role.Server, "answer") : Claim.No;
    }
}
