using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Gtp;

/// <summary>
/// GPRS Tunnelling Protocol: version 1 (3GPP TS 29.281 section 5, TS 29.060 section 6), version 2 for control (3GPP TS 29.274 section 5),
/// version 0 (GSM 09.60), and GTP' (3GPP TS 32.295).
/// </summary>
internal sealed class GtpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "gtp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Where(b => b >> 5 == 2 || (b >> 5 == 1 && (b & 0x10) != 0) || b is 0x1E or 0x1F || GtpPrime.Begins(b)))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 8)
            return Claim.No;
        var length = bytes[2] << 8 | bytes[3];
        if (GtpPrime.Begins(bytes[0]) && GtpPrime.Judge(bytes, said.WireLength, length) is { Kind: ClaimKind.Yes } charging)
            return charging;
        return (bytes[0] >> 5) switch
        {
            0 => VersionZero(bytes, said.WireLength, length),
            1 => VersionOne(bytes, said.WireLength, length),
            _ => VersionTwo(bytes, said.WireLength, length),
        };
    }

    /// <summary>Version 0 (GSM 09.60 section 6): a header of twenty bytes with three spare ones of ones.</summary>
    private static Claim VersionZero(ReadOnlySpan<byte> bytes, int wireLength, int length) =>
        bytes.Length >= 20 && bytes[0] is 0x1E or 0x1F && length == wireLength - 20 && bytes[1] != 0 && bytes[9] == 0xFF && bytes[10] == 0xFF && bytes[11] == 0xFF
            ? Claim.Yes(60, Role.Peer, "version 0 header")
            : Claim.No;

    private static Claim VersionOne(ReadOnlySpan<byte> bytes, int wireLength, int length)
    {
        // Protocol type is set (GTP, not GTP'), the spare bit is not.
        if ((bytes[0] & 0x18) != 0x10 || length != wireLength - 8)
            return Claim.No;
        var body = (bytes[0] & 0x07) != 0 ? 12 : 8;
        var tunnel = bytes.Slice(4, 4).IndexOfAnyExcept((byte)0) >= 0;
        switch (bytes[1])
        {
            case 1 or 2:
                return length <= 32 && !tunnel ? Claim.Yes(50, bytes[1] == 1 ? Role.Client : Role.Server, "echo") : Claim.No;
            case 26 or 31 or 254:
                return length <= 64 ? Claim.Yes(30, Role.Peer, "signalling") : Claim.No;
            case 255:
                return tunnel ? Tunnelled(bytes, body, wireLength) : Claim.No;
            default:
                return Control(bytes, body, wireLength, length);
        }
    }

    /// <summary>A packet for a tunnel: of IP, or of what else subscribers send (PPP, Ethernet, or what is no packet at all).</summary>
    private static Claim Tunnelled(ReadOnlySpan<byte> bytes, int body, int wireLength)
    {
        if (body > bytes.Length || (bytes[0] & 0x04) == 0)
            return Claim.Yes(InnerPacket(bytes, body, wireLength) ? 52 : 30, Role.Peer, "tunnelled packet");
        if (body == bytes.Length || !IsExtension(bytes[body - 1]))
            return Claim.No;
        return Claim.Yes(bytes[body - 1] is 0x85 or 0xC0 || InnerPacket(bytes, ExtensionsEnd(bytes, body), wireLength) ? 38 : 30, Role.Peer, "tunnelled packet");
    }

    /// <summary>Tunnels, places, mobility, broadcast (3GPP TS 29.060 section 7.1, table 1), told by their elements.</summary>
    private static Claim Control(ReadOnlySpan<byte> bytes, int body, int wireLength, int length)
    {
        if (bytes[1] is not (3 or (>= 16 and <= 37) or (>= 48 and <= 60) or 70 or (>= 96 and <= 105) or (>= 112 and <= 121) or 128 or 129) || body > bytes.Length)
            return Claim.No;
        if ((bytes[0] & 0x04) != 0)
            body = ExtensionsEnd(bytes, body);
        var elements = GtpElements.Count(bytes[body..], bytes.Length < wireLength);
        var role = bytes[1] % 2 == 0 ? Role.Client : Role.Server;
        if (elements > 0)
            return Claim.Yes(22 + Math.Min(6 * elements, 42), role, "information elements");
        return bytes[1] is (>= 16 and <= 21) or 32 && (bytes[0] & 0x02) != 0 && length >= 8 ? Claim.Yes(30, role, "tunnel management") : Claim.No;
    }

    /// <summary>Headers that 3GPP gave a type (TS 29.281 section 5.2.1, TS 29.060 section 6).</summary>
    private static bool IsExtension(byte type) => type is 0x01 or 0x02 or 0x03 or 0x20 or 0x32 or 0x40 or (>= 0x81 and <= 0x85) or 0xC0 or 0xC1 or 0xC2;

    /// <summary>Where what stands behind the extension headers begins: each says its length in words, and the type of the next in its last byte.</summary>
    private static int ExtensionsEnd(ReadOnlySpan<byte> bytes, int at)
    {
        for (var next = bytes[at - 1]; next != 0 && at < bytes.Length && bytes[at] > 0; next = bytes[at - 1])
        {
            var end = at + (4 * bytes[at]);
            if (end > bytes.Length)
                break;
            at = end;
        }

        return at;
    }

    private static bool InnerPacket(ReadOnlySpan<byte> bytes, int at, int wireLength)
    {
        if (at + 20 > bytes.Length)
            return false;
        var size = wireLength - at;
        return bytes[at] >> 4 == 4 ? (bytes[at + 2] << 8 | bytes[at + 3]) == size : bytes[at] >> 4 == 6 && (bytes[at + 4] << 8 | bytes[at + 5]) == size - 40;
    }

    private static Claim VersionTwo(ReadOnlySpan<byte> bytes, int wireLength, int length)
    {
        var piggybacked = (bytes[0] & 0x10) != 0;
        var header = (bytes[0] & 0x08) != 0 ? 12 : 8;
        if ((bytes[0] & 0x07) != 0 || length < header - 4 || (piggybacked ? length > wireLength - 4 : length != wireLength - 4) || bytes[1] is 0 or > 201)
            return Claim.No;
        // That a version is not supported is said without an element.
        if (bytes[1] == 3 && header == 8 && wireLength == 8)
            return Claim.Yes(26, Role.Server, "version not supported");
        var reader = new ByteReader(bytes[Math.Min(header, bytes.Length)..Math.Min(bytes.Length, length + 4)]);
        var elements = 0;
        while (reader.Left > 0 && elements < 8)
        {
            var type = reader.U8();
            var size = reader.U16();
            var instance = reader.U8();
            if (reader.Short || type == 0 || instance > 15 || (size > reader.Left && bytes.Length >= wireLength))
                return Claim.No;
            reader.Skip(Math.Min(size, reader.Left));
            elements++;
        }

        return elements == 0 ? Claim.No : Claim.Yes(22 + (5 * elements) + (bytes[header - 1] == 0 ? 6 : 0), Role.Peer, "information elements");
    }
}
