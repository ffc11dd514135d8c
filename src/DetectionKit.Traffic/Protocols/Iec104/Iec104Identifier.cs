using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Iec104;

/// <summary>
/// IEC 60870-5-104 (IEC 60870-5-104 section 5; -5-101 section 7 for the ASDU): APDUs that begin with 0x68 and their length, one behind another.
/// </summary>
internal sealed class Iec104Identifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "iec104";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0x68), ByteSet.Range(4, 253))];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var bits = 0;
        var at = 0;
        var next = -1;
        while (at + 6 <= bytes.Length && bits < 64)
        {
            var length = bytes[at + 1];
            var found = bytes[at] == 0x68 && length is >= 4 and <= 253 ? Unit(bytes[(at + 2)..], length) : 0;
            if (found == 0)
                return Claim.No;
            // Units with information count on.
            if ((bytes[at + 2] & 1) == 0)
            {
                var number = bytes[at + 2] >> 1 | bytes[at + 3] << 7;
                if (next >= 0 && number != next)
                    return Claim.No;
                next = (number + 1) & 0x7FFF;
            }

            bits += found;
            at += length + 2;
        }

        return bits > 0 ? Claim.Yes(bits, Role.Peer, "APDUs") : said.TooShort;
    }

    private static int Unit(ReadOnlySpan<byte> unit, int length)
    {
        if ((unit[0] & 3) == 3)
            return length == 4 && unit[0] is 0x07 or 0x0B or 0x13 or 0x23 or 0x43 or 0x83 && unit[1] == 0 && unit[2] == 0 && unit[3] == 0 ? 44 : 0;
        if ((unit[0] & 3) == 1)
            return length == 4 && unit[0] == 1 && unit[1] == 0 && (unit[2] & 1) == 0 ? 30 : 0;
        if ((unit[2] & 1) != 0 || length < 12 || unit.Length < 10)
            return unit.Length < 10 && length >= 12 ? 8 : 0;
        var type = unit[4];
        var cause = unit[6] & 0x3F;
        var known = type is > 0 and <= 40 or (>= 45 and <= 51) or (>= 58 and <= 64) or 70 or (>= 100 and <= 107) or (>= 110 and <= 113) or (>= 120 and <= 127);
        return known && cause is > 0 and <= 47 && (type < 100 || cause is <= 13 or >= 44) && (unit[5] & 0x7F) != 0 ? 20 : 0;
    }
}
