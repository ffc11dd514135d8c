using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Bgp;

/// <summary>
/// BGP-4 (RFC 4271 section 4.1; RFC 8654 for long messages): a marker of ones, a length and a type.
/// </summary>
internal sealed class BgpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "bgp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0xFF, 0xFF, 0xFF, 0xFF)];

    private const int Header = 19;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < Header)
            return bytes.IndexOfAnyExcept((byte)0xFF) >= 0 && bytes.IndexOfAnyExcept((byte)0xFF) < 16 ? Claim.No : said.TooShort;
        var length = bytes[16] << 8 | bytes[17];
        if (bytes[..16].IndexOfAnyExcept((byte)0xFF) >= 0 || length < Header || (length > 4096 && bytes[18] is 1 or 4) || bytes[18] is 0 or > 6)
            return Claim.No;
        return Claim.Yes(96, Role.Peer, "message header");
    }
}
