using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Rtmp;

/// <summary>
/// RTMP (Adobe, "Real-Time Messaging Protocol 1.0", section 5.2): version 3, then 1536 bytes that begin with a time and zeros (or a Flash version); the
/// second answer echoes the other side's bytes.
/// </summary>
internal sealed class RtmpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "rtmp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(3, 6))];

    /// <inheritdoc/>

    private const int Block = 1536;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 9)
            return said.TooShort;
        var zero = bytes.Slice(5, 4).IndexOfAnyExcept((byte)0) < 0;
        // Flash versions: 9.0.124.2 from clients, 3.5.1.1 from servers; some set the highest bit.
        var version = (bytes[5] & 0x7F) is > 0 and < 40 && bytes[6] <= 10;
        if (bytes[0] == 6 && !version && !zero)
            return Claim.No;
        if (!zero && !version)
            return Claim.No;
        if (bytes.Length < 1 + Block)
            return said.TooShort;
        var echo = said.Peer.Length > 1 + 64 && bytes.Length >= 1 + Block + 64 && bytes.Slice(1 + Block + 8, 56).SequenceEqual(said.Peer.Slice(1 + 8, 56))
            && bytes.Slice(1 + Block + 9, 55).ContainsAnyExcept(bytes[1 + Block + 8]);
        if (echo)
            return Claim.Yes(80, said.SpokeFirst ? Role.Client : Role.Server, "handshake and echo");
        var answered = said.Peer.Length > 1 && said.Peer[0] == bytes[0];
        var bits = (zero && bytes[0] == 3 ? 32 : 14) + (answered ? 10 : 0);
        return Claim.Yes(said.FromStart ? bits : Math.Min(bits, 11), said.SpokeFirst ? Role.Client : Role.Server, "handshake");
    }
}
