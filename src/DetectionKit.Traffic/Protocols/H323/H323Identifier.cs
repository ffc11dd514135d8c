using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.H323;

/// <summary>
/// H.323: call signalling over TCP (H.225.0: TPKT, then a Q.931 message with a user-user element), and RAS over UDP; both told by the object identifier
/// of H.225.0, which every first message carries; H.245 by its own.
/// </summary>
internal sealed class H323Identifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "h323";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(3, 0), new(ByteSet.Where(b => b < 0x80))];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [Prefix.Bytes(3, 0)] : Prefixes;

    private static ReadOnlySpan<byte> ProtocolIdentifier => [0x06, 0x00, 0x08, 0x91, 0x4A, 0x00];

    private static ReadOnlySpan<byte> ControlIdentifier => [0x06, 0x00, 0x08, 0x81, 0x75, 0x00];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) => said.Carrier == Carrier.Tcp ? Signalling(said) : Registration(said);

    private static Claim Signalling(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] != 3 || (bytes.Length > 1 && bytes[1] != 0))
            return Claim.No;
        if (bytes.Length < 9)
            return said.TooShort;
        var length = bytes[2] << 8 | bytes[3];
        if (bytes[4] != 8)
            return Control(said);
        if (length < 9)
            return Claim.No;
        // Some put the TPKT header into a segment of its own; it is one stream all the same.
        var reference = bytes[5];
        if (reference > 2 || bytes.Length < 7 + reference)
            return reference > 2 ? Claim.No : said.TooShort;
        var type = bytes[6 + reference];
        var known = type is 1 or 2 or 3 or 5 or 7 or 0x0D or 0x0F or 0x4D or 0x5A or 0x62 or 0x6E or 0x75 or 0x7B or 0x7D;
        if (!known)
            return Claim.No;
        var identified = bytes[..Math.Min(bytes.Length, 512)].IndexOf(ProtocolIdentifier) > 0;
        return Claim.Yes(identified ? 72 : 28, type == 5 ? Role.Client : Role.Server, "Q.931 message");
    }

    /// <summary>H.245, on a connection that signalling announced: the capabilities, which come among the first messages, name its version.</summary>
    private static Claim Control(in Utterance said)
    {
        var head = said.Bytes[..Math.Min(said.Bytes.Length, 128)];
        return head[4] < 0x80 && head.IndexOf(ControlIdentifier) is > 4 ? Claim.Yes(60, Role.Peer, "H.245 capabilities")
            : head.Length == 128 || head[5] is 0xE0 or 0xD0 or 0xF0 ? Claim.No : said.TooShort;
    }

    private static Claim Registration(in Utterance said)
    {
        var at = said.Bytes[..Math.Min(said.Bytes.Length, 16)].IndexOf(ProtocolIdentifier);
        if (at is > 0 and < 8)
            return Claim.Yes(46, Role.Peer, "RAS message");
        return RasMessage.WeighAnswer(said.Bytes, said.Peer) is > 0 and var bits ? Claim.Yes(bits, Role.Server, "RAS answer with its request's number") : Claim.No;
    }
}
