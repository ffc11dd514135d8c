using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Rip;

/// <summary>
/// RIP versions 1 and 2 (RFC 2453 sections 3.6 and 4) and RIPng (RFC 2080 section 2): a command, a version, and entries of twenty bytes.
/// </summary>
internal sealed class RipIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "rip";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(1, 2), ByteSet.Of(1, 2), ByteSet.Of(0), ByteSet.Of(0))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var entries = (said.WireLength - 4) / 20;
        if (bytes.Length < 24 || said.WireLength != 4 + (20 * entries) || entries is < 1 or > 71)
            return Claim.No;
        var bits = 0;
        for (var at = 4; at + 20 <= bytes.Length && bits < 40; at += 20)
        {
            var found = Math.Max(Entry(bytes.Slice(at, 20)), bytes[1] == 1 ? NextGenerationEntry(bytes.Slice(at, 20)) : 0);
            if (found == 0)
                return Claim.No;
            bits += found;
        }

        return Claim.Yes(28 + bits, bytes[0] == 1 ? Role.Client : Role.Server, "entries");
    }

    private static int Entry(ReadOnlySpan<byte> entry)
    {
        var family = entry[0] << 8 | entry[1];
        if (family == 0xFFFF)
            return 12;
        var metric = entry[19];
        return family is 0 or 2 && entry[16] == 0 && entry[17] == 0 && entry[18] == 0 && metric <= 16 ? 24 : 0;
    }

    private static int NextGenerationEntry(ReadOnlySpan<byte> entry) =>
        entry[18] <= 128 && (entry[19] is > 0 and <= 16 or 0xFF) && (entry[0] >> 5 == 1 || entry[0] >= 0xFC || entry[..16].IndexOfAnyExcept((byte)0) < 0) ? 6 : 0;
}
