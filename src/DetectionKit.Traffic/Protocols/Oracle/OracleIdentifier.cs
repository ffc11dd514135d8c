using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Oracle;

/// <summary>
/// Oracle's TNS (Oracle Net Services; packet header and connect packet as Wireshark documents them): length, checksums of zero, a packet type, and a
/// connect descriptor in parentheses.
/// </summary>
internal sealed class OracleIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "oracle";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Any, ByteSet.Any, ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(1, 2, 4, 5, 11), ByteSet.Any, ByteSet.Of(0), ByteSet.Of(0))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var length = reader.U16();
        var check = reader.U16();
        var type = reader.U8();
        reader.U8();
        var headerCheck = reader.U16();
        if (reader.Short)
            return said.TooShort;
        if (length < 8 || check != 0 || headerCheck != 0)
            return Claim.No;
        return type switch
        {
            1 => Connect(reader.Rest, length, said),
            2 => reader.Left < 2 ? said.TooShort : length is >= 24 and <= 64 && reader.U16() is >= 0x0130 and <= 0x0150 ? Claim.Yes(58, Role.Server, "accept") : Claim.No,
            4 or 5 => Described(reader.Rest, said),
            11 => length == 8 ? Claim.Yes(56, Role.Server, "resend") : Claim.No,
            _ => Claim.No,
        };
    }

    private static Claim Connect(ReadOnlySpan<byte> rest, int length, in Utterance said)
    {
        if (rest.Length < 8)
            return said.TooShort;
        int version = rest[0] << 8 | rest[1], compatible = rest[2] << 8 | rest[3], unit = rest[6] << 8 | rest[7];
        if (version is < 0x0100 or > 0x0150 || compatible is < 0x0100 || compatible > version || unit < 0x0200 || length < 34)
            return Claim.No;
        return Claim.Yes(rest[..Math.Min(rest.Length, 512)].IndexOf("(DESCRIPTION="u8) >= 0 ? 100 : 50, Role.Client, "connect");
    }

    /// <summary>Why not, or where else: a description or an address. A redirection's may stand in a packet of its own.</summary>
    private static Claim Described(ReadOnlySpan<byte> rest, in Utterance said)
    {
        var text = rest[..Math.Min(rest.Length, 64)];
        return text.IndexOf("(DESCRIPTION="u8) >= 0 || text.IndexOf("(ADDRESS="u8) >= 0 ? Claim.Yes(90, Role.Server, "refuse or redirect")
            : text.Length < 64 ? said.TooShort
            : Claim.No;
    }
}
