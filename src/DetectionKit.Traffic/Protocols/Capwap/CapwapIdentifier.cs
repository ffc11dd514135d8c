using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Capwap;

/// <summary>
/// CAPWAP (RFC 5415 sections 4.1 to 4.5): a preamble, then DTLS, or a header and a control message whose elements fill the datagram, a keep-alive, or a frame.
/// </summary>
internal sealed class CapwapIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "capwap";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0), ByteSet.Where(b => b >> 3 is >= 2 and <= 8)), Prefix.Bytes(1, 0, 0, 0)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 16)
            return Claim.No;
        if (bytes[0] == 1)
            return bytes[4] is >= 20 and <= 23 && bytes[5] == 0xFE && bytes[6] is 0xFF or 0xFD ? Claim.Yes(52, Role.Peer, "DTLS header") : Claim.No;
        var header = (bytes[1] >> 3) * 4;
        var keepAlive = (bytes[3] & 0x08) != 0;
        if ((bytes[3] & 0x07) != 0 || header < 8 || header + 4 > bytes.Length)
            return Claim.No;
        if (keepAlive)
            return KeepAlive(bytes[header..]);
        return Control(bytes[header..], said.WireLength - header) is { Kind: ClaimKind.Yes } control ? control : CapwapData.Judge(bytes, header);
    }

    private static Claim KeepAlive(ReadOnlySpan<byte> body)
    {
        var reader = new ByteReader(body);
        var length = reader.U16();
        var type = reader.U16();
        var size = reader.U16();
        return !reader.Short && length is 20 or 22 && type == 35 && size == 16 ? Claim.Yes(48, Role.Peer, "keep-alive") : Claim.No;
    }

    private static Claim Control(ReadOnlySpan<byte> body, int wireLength)
    {
        var reader = new ByteReader(body);
        var message = reader.U32();
        reader.U8();
        var length = reader.U16();
        var flags = reader.U8();
        // Some controllers leave the length's own three bytes out of it.
        if (reader.Short || !IsMessage(message) || flags != 0 || (length != wireLength - 5 && length != wireLength - 8))
            return Claim.No;
        while (reader.Left > 0)
        {
            var type = reader.U16();
            var size = reader.U16();
            if (reader.Short || type is 0 or (> 255 and < 1024) or > 1100)
                return Claim.No;
            if (size > reader.Left)
                break;
            reader.Skip(size);
        }

        return Claim.Yes(52, message % 2 == 0 ? Role.Server : Role.Client, "control message");
    }

    /// <summary>An enterprise's number and its message's (RFC 5415 section 4.5.1.1): those of the protocol itself, or of its binding to IEEE 802.11 (RFC 5416 section 3).</summary>
    private static bool IsMessage(uint message) => message is (> 0 and <= 26) or ((13277 << 8) + 1) or ((13277 << 8) + 2);
}
