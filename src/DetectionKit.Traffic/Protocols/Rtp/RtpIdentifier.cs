using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Rtp;

/// <summary>
/// RTP (RFC 3550 section 5.1, RFC 3551 section 6): one packet proves little; the next of the same source with the next sequence number does.
/// </summary>
internal sealed class RtpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "rtp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0x80, 0xBF), ByteSet.Where(b => (b & 0x7F) is <= 71 or >= 77))];

    private const int Header = 12;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (!IsHeader(bytes, said.WireLength))
            return Claim.No;
        var previous = said.Previous;
        if (said.Ordinal == 0 || previous.Length < Header)
            return Claim.Yes(6, Role.Peer, "header");
        // Headers without a common source add up to nothing: samples of sound have the version's two bits often enough.
        if (previous[0] >> 6 != 2 || !previous.Slice(8, 4).SequenceEqual(bytes.Slice(8, 4)))
            return Claim.More;
        var step = (Number(bytes) - Number(previous)) & 0xFFFF;
        var ticks = unchecked(Time(bytes) - Time(previous));
        if (step is 0 or > 64 || ticks > 1_000_000 || bytes.Slice(8, 4).IndexOfAnyExcept((byte)0) < 0)
            return Claim.More;
        return Claim.Yes(step == 1 ? 50 : 44, Role.Peer, "sequence of one source");
    }

    private static bool IsHeader(ReadOnlySpan<byte> bytes, int wireLength)
    {
        if (bytes.Length < Header || bytes[0] >> 6 != 2)
            return false;
        var at = Header + (4 * (bytes[0] & 0x0F));
        if ((bytes[0] & 0x10) != 0)
        {
            if (at + 4 > bytes.Length)
                return false;
            at += 4 + (4 * (bytes[at + 2] << 8 | bytes[at + 3]));
        }

        var padding = (bytes[0] & 0x20) != 0 && bytes.Length == wireLength ? bytes[^1] : 0;
        return at + padding <= wireLength && ((bytes[0] & 0x20) == 0 || bytes.Length < wireLength || padding > 0);
    }

    private static int Number(ReadOnlySpan<byte> bytes) => bytes[2] << 8 | bytes[3];

    private static uint Time(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
}
