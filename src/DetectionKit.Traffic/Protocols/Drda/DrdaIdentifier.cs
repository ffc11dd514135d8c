using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Drda;

/// <summary>
/// DRDA (The Open Group, DRDA version 5 volume 3, "DDM"): a data stream structure's length, magic 0xD0 and format, and an object whose length is six less
/// and whose code point is known.
/// </summary>
internal sealed class DrdaIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "drda";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Any, ByteSet.Any, ByteSet.Of(0xD0))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        var role = Role.Peer;
        while (bits < 80 && reader.Left > 0)
        {
            var outer = reader.U16();
            var magic = reader.U8();
            var format = reader.U8();
            reader.Skip(2);
            var inner = reader.U16();
            var codePoint = reader.U16();
            if (reader.Short)
                break;
            if (magic != 0xD0 || outer < 10 || inner != outer - 6 || (format & 0x0F) is 0 or > 5 || (format & 0x80) != 0)
                return bits > 0 && outer >= 0x8000 ? Claim.Yes(bits, role, "DDM objects") : Claim.No;
            if (bits == 0)
                role = (format & 0x0F) == 2 ? Role.Server : Role.Client;
            bits += IsKnown(codePoint) ? 40 : 24;
            reader.Skip(outer - 10);
        }

        return bits > 0 ? Claim.Yes(bits, role, "DDM objects") : said.TooShort;
    }

    /// <summary>Code points of commands, reply objects and reply messages stand in these ranges.</summary>
    private static bool IsKnown(ushort codePoint) => codePoint is
        0x1041 or 0x1443 or 0x106D or 0x106E or 0x14AC or 0x1219 or 0x2001 or 0x2201
        or (>= 0x2002 and <= 0x2016) or (>= 0x2203 and <= 0x2229) or (>= 0x2408 and <= 0x2456) or (>= 0x1210 and <= 0x1255) or (>= 0x2460 and <= 0x2466);
}
