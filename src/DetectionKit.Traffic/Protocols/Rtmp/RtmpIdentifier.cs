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

    private const int Block = 1536, Chunks = 1 + (2 * Block);
    private const byte Command = 20;

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
        if (said.FromStart && bytes[0] == 3 && bytes.Length >= Chunks + 12 && IsChunk(bytes[Chunks..]))
            return Claim.Yes(44, said.SpokeFirst && bytes[Chunks + 7] == Command ? Role.Client : Role.Server, "handshake and first chunk");
        var answered = said.Peer.Length > 1 && said.Peer[0] == bytes[0];
        var bits = (zero && bytes[0] == 3 ? 32 : 14) + (answered ? 10 : 0);
        return Claim.Yes(said.FromStart ? bits : Math.Min(bits, 11), said.SpokeFirst ? Role.Client : Role.Server, "handshake");
    }

    /// <summary>A whole chunk header (section 5.3.1): channel 2 to 5, a length, a type, no message stream yet.</summary>
    private static bool IsChunk(ReadOnlySpan<byte> bytes) =>
        bytes[0] is >= 2 and <= 5 && bytes[4] == 0 && (bytes[5] | bytes[6]) != 0 && bytes[7] is 1 or 3 or 4 or 5 or 6 or Command && bytes.Slice(8, 4).IndexOfAnyExcept((byte)0) < 0;
}
