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
        return known && cause is > 0 and <= 47 && (type < 100 || cause is <= 13 or >= 44) && (unit[5] & 0x7F) != 0 ? 20 + Fits(type, unit[5], length - Fixed) : 0;
    }

    /// <summary>Control field, type, number of objects, cause, common address.</summary>
    private const int Fixed = 10;

    /// <summary>Evidence in the length: objects of one size, each with its address of three bytes or one address for all.</summary>
    private static int Fits(byte type, byte qualifier, int length)
    {
        var size = SizeOf(type);
        var count = qualifier & 0x7F;
        return size < 0 ? 0 : length == ((qualifier & 0x80) != 0 ? 3 + (count * size) : count * (3 + size)) ? 14 : -12;
    }

    /// <summary>How long an object of a type is behind its address (IEC 60870-5-101 section 7.3); -1: it varies, or is not known here.</summary>
    private static int SizeOf(byte type) => type switch
    {
        1 or 3 or 45 or 46 or 47 or 70 or 100 or 101 or 105 => 1,
        21 or 104 or 106 => 2,
        5 => 2,
        9 or 11 or 48 or 49 => 3,
        7 or 13 or 15 or 20 or 50 => 5,
        51 => 4,
        102 => 0,
        30 or 31 or 58 or 59 or 60 => 8,
        32 => 9,
        34 or 35 or 61 or 62 => 10,
        33 or 36 or 37 or 63 => 12,
        64 => 11,
        103 => 7,
        _ => -1,
    };
}
