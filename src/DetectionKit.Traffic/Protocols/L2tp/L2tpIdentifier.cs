using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.L2tp;

/// <summary>
/// L2TP version 2 (RFC 2661 sections 3.1 and 4.1) and version 3 over UDP (RFC 3931 sections 3.2.1 and 4.1.2).
/// </summary>
internal sealed class L2tpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "l2tp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Where(b => (b & 0x34) == 0), ByteSet.Of(2, 3)), new(ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(0))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 12)
            return Claim.No;
        // Version 3 control messages over UDP carry no zero word; over IP they do, and some put it here as well.
        var start = bytes[0] == 0 && bytes[..4].IndexOfAnyExcept((byte)0) < 0 ? 4 : 0;
        return (bytes[start] & 0x80) != 0 ? Control(bytes[start..], said.WireLength - start) : start == 0 ? Data(bytes, said.WireLength) : Claim.No;
    }

    private static Claim Control(ReadOnlySpan<byte> bytes, int wireLength)
    {
        var reader = new ByteReader(bytes);
        var flags = reader.U16();
        var length = reader.U16();
        reader.Skip(8);
        // Type, length and sequence bits are set, reserved bits are not.
        if (reader.Short || flags is not (0xC802 or 0xC803) || length != wireLength)
            return Claim.No;
        if (length == 12)
            return Claim.Yes(34, Role.Peer, "zero-length acknowledgement");
        var pair = reader.U16();
        var vendor = reader.U16();
        var attribute = reader.U16();
        var message = reader.U16();
        if (reader.Short || (pair & 0x3FF) != 8 || vendor != 0 || attribute != 0 || message is 0 or > 28)
            return Claim.No;
        return Claim.Yes(80, message == 1 ? Role.Client : message == 2 ? Role.Server : Role.Peer, "control message");
    }

    /// <summary>Data of version 2: most send it without a length; then what PPP carries has to be one of what it mostly does, and fit.</summary>
    private static Claim Data(ReadOnlySpan<byte> bytes, int wireLength)
    {
        var flags = bytes[0];
        if (bytes[1] != 2)
            return Claim.No;
        var measured = (flags & 0x40) != 0;
        if (measured && (bytes[2] << 8 | bytes[3]) != wireLength)
            return Claim.No;
        var at = 2 + (measured ? 2 : 0);
        // A tunnel has a number.
        if (!bytes.Slice(at, 2).ContainsAnyExcept((byte)0))
            return Claim.No;
        at += 4 + ((flags & 0x08) != 0 ? 4 : 0);
        if ((flags & 0x02) != 0)
        {
            if (at + 2 > bytes.Length)
                return Claim.No;
            at += 2 + (bytes[at] << 8 | bytes[at + 1]);
        }

        if (at + 6 > bytes.Length)
            return Claim.No;
        if (bytes[at] == 0xFF && bytes[at + 1] == 3)
            return measured || IsPpp(bytes[at + 2] << 8 | bytes[at + 3]) ? Claim.Yes(measured ? 46 : 44, Role.Peer, "data with PPP") : Claim.No;
        return Fits(bytes[at..], wireLength - at) ? Claim.Yes(measured ? 46 : 40, Role.Peer, "data with compressed PPP") : Claim.No;
    }

    /// <summary>PPP without address and control (RFC 1661 section 6.6): its protocol, in one byte or two, and a packet of the length that is there.</summary>
    private static bool Fits(ReadOnlySpan<byte> bytes, int length)
    {
        var size = (bytes[0] & 1) != 0 ? 1 : 2;
        var protocol = size == 1 ? bytes[0] : bytes[0] << 8 | bytes[1];
        var inner = bytes[size..];
        return inner.Length >= 4 && protocol switch
        {
            0x0021 => inner[0] >> 4 == 4 && (inner[2] << 8 | inner[3]) == length - size,
            0x0057 => inner.Length >= 6 && inner[0] >> 4 == 6 && (inner[4] << 8 | inner[5]) == length - size - 40,
            _ => IsPpp(protocol) && inner[0] is > 0 and < 16 && (inner[2] << 8 | inner[3]) == length - size,
        };
    }

    /// <summary>IPv4, IPv6, and what sets them up (RFC 1661 section 2, IANA's PPP numbers).</summary>
    private static bool IsPpp(int protocol) => protocol is 0x0021 or 0x0057 or 0x8021 or 0x8057 or 0x80FD or 0xC021 or 0xC023 or 0xC223 or 0xC227;
}
