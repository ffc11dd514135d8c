using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Diameter;

/// <summary>
/// Diameter (RFC 6733 sections 3 and 4.1): header of version 1, and AVPs that fill the message to its end.
/// </summary>
internal sealed class DiameterIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "diameter";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(1))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U8();
        var length = reader.U24();
        var flags = reader.U8();
        var command = reader.U24();
        reader.Skip(12);
        if (reader.Short)
            return said.Bytes.Length > 4 && (length % 4 != 0 || length is < 20 or > 1 << 20 || (flags & 0x0F) != 0) ? Claim.No : said.TooShort;
        if (version != 1 || length % 4 != 0 || length is < 32 or > 1 << 20 || (flags & 0x0F) != 0 || command < 256) // those below are RADIUS' (section 3)
            return Claim.No;
        var left = length - 20;
        var pairs = 0;
        while (left > 0 && pairs < 4)
        {
            var code = reader.U32();
            var pairFlags = reader.U8();
            var size = reader.U24();
            if (reader.Short)
                break;
            if (code == 0 || (pairFlags & 0x1F) != 0 || size < 8 || size > left)
                return Claim.No;
            var padded = Math.Min((size + 3) & ~3, left);
            reader.Skip(Math.Min(padded - 8, reader.Left));
            left -= padded;
            pairs++;
        }

        if (pairs == 0)
            return said.TooShort;
        return Claim.Yes(18 + (12 * pairs), (flags & 0x80) != 0 ? Role.Client : Role.Server, "header and AVPs");
    }
}
