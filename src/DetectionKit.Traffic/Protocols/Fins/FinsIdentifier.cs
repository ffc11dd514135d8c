using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Fins;

/// <summary>
/// Omron FINS (Omron W227 "FINS Commands", sections 3 and 5): over TCP with a header of its own, over UDP the frame alone.
/// </summary>
internal sealed class FinsIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "fins";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("FINS"), new(ByteSet.Of(0x80, 0x81, 0xC0, 0xC1), ByteSet.Of(0), ByteSet.Range(0, 7))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.Carrier == Carrier.Udp)
            return Frame(bytes);
        if (bytes.Length < 16)
            return "FINS"u8.StartsWith(bytes[..Math.Min(bytes.Length, 4)]) ? said.TooShort : Claim.No;
        var reader = new ByteReader(bytes[4..]);
        var length = reader.U32();
        var command = reader.U32();
        var error = reader.U32();
        if (!bytes.StartsWith("FINS"u8) || length is < 8 or > 4096 || command > 6 || error > 0x25)
            return Claim.No;
        return Claim.Yes(70, command is 1 or 3 ? Role.Server : command == 0 ? Role.Client : Role.Peer, "TCP header");
    }

    private static Claim Frame(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12)
            return Claim.No;
        var response = (bytes[0] & 0x40) != 0;
        var command = bytes[10] << 8 | bytes[11];
        // Networks number 0 to 127; a response brings an end code.
        if (bytes[3] > 127 || bytes[6] > 127 || !IsCommand(command) || (response && bytes.Length < 14))
            return Claim.No;
        return Claim.Yes(32, response ? Role.Server : Role.Client, "frame");
    }

    private static bool IsCommand(int command) => command is
        (>= 0x0101 and <= 0x0105) or (>= 0x0201 and <= 0x0203) or (>= 0x0220 and <= 0x0222) or (>= 0x0306 and <= 0x0308) or 0x0401 or 0x0402
        or 0x0403 or 0x0501 or 0x0502 or 0x0601 or 0x0620 or 0x0701 or 0x0702 or 0x0801 or 0x0802 or 0x0920 or (>= 0x0C01 and <= 0x0C03) or 0x0F01
        or (>= 0x2101 and <= 0x2103) or (>= 0x2140 and <= 0x2142) or (>= 0x2201 and <= 0x2215) or 0x2220 or 0x2301 or 0x2302 or 0x230A;
}
