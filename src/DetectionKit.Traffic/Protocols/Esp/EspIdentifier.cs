using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Esp;

/// <summary>
/// ESP in UDP (RFC 3948 section 2.1, RFC 4303 section 2) without the IKE that agreed on it. One packet tells nothing; but the same index of an
/// association, a number that rises by one, words of 32 bits and what looks random behind them, packet for packet, are ESP's.
/// </summary>
internal sealed class EspIdentifier : Identifier
{
    private const int HeaderLength = 8, Sample = 48, LeastDistinct = 34;

    /// <inheritdoc/>
    public override string App => "esp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Any];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var before = said.Previous;
        if (!IsPacket(bytes, said.WireLength))
            return Claim.No;
        if (said.Ordinal == 0)
            return Claim.More;
        if (!IsPacket(before, bytes.Length == said.WireLength ? before.Length : 0) || !bytes[..4].SequenceEqual(before[..4]))
            return Claim.No;
        var (number, last) = (Number(bytes), Number(before));
        // What was lost on the way leaves gaps.
        return number == last + 1 ? Claim.Yes(18, Role.Peer, "ESP's numbers") : number > last && number - last < 8 ? Claim.Yes(10, Role.Peer, "ESP's numbers") : Claim.No;
    }

    private static uint Number(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);

    /// <summary>An index of at least 256 (RFC 4303 section 2.1) with more than one byte in it, a number above 0, whole words, no pattern.</summary>
    private static bool IsPacket(ReadOnlySpan<byte> bytes, int wireLength)
    {
        if (bytes.Length < HeaderLength + Sample || wireLength % 4 != 0)
            return false;
        uint index = BinaryPrimitives.ReadUInt32BigEndian(bytes), number = Number(bytes);
        return index >= 256 && (index & 0xFFFFFF) != 0 && number is > 0 and < 1 << 30 && Distinct(bytes.Slice(HeaderLength, Sample)) >= LeastDistinct;
    }

    private static int Distinct(ReadOnlySpan<byte> bytes)
    {
        (ulong A, ulong B, ulong C, ulong D) seen = default;
        foreach (var value in bytes)
        {
            ref var word = ref value < 64 ? ref seen.A : ref value < 128 ? ref seen.B : ref value < 192 ? ref seen.C : ref seen.D;
            word |= 1UL << (value & 63);
        }

        return System.Numerics.BitOperations.PopCount(seen.A) + System.Numerics.BitOperations.PopCount(seen.B) + System.Numerics.BitOperations.PopCount(seen.C) + System.Numerics.BitOperations.PopCount(seen.D);
    }
}
