using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Rdp;

/// <summary>
/// RDP: TPKT (RFC 1006 section 6) around an X.224 connection request or confirm with RDP's own parts ([MS-RDPBCGR] sections 2.2.1.1 and 2.2.1.2), and
/// the UDP transport's handshake ([MS-RDPEUDP] section 2.2.2).
/// </summary>
internal sealed class RdpIdentifier : Identifier
{
    private const int TpktLength = 4;
    private const byte ConnectionRequest = 0xE0, ConnectionConfirm = 0xD0, Data = 0xF0;

    /// <inheritdoc/>
    public override string App => "rdp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(3, 0), RdpUdp.Prefix];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [Prefix.Bytes(3, 0)] : [RdpUdp.Prefix];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.Carrier == Carrier.Udp)
            return RdpUdp.Judge(bytes, said.WireLength);
        if (bytes.Length < 7)
            return bytes[0] == 3 && (bytes.Length < 2 || bytes[1] == 0) ? said.TooShort : Claim.No;
        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        var indicator = bytes[4];
        if (bytes[0] != 3 || bytes[1] != 0 || length is < 7 or > 16_384)
            return Claim.No;
        if (bytes[5] == Data && indicator == 2 && bytes[6] == 0x80)
            return Connect(bytes, said);
        if (bytes[5] is not (ConnectionRequest or ConnectionConfirm) || indicator < 6 || (indicator + 5 != length && bytes[5] == ConnectionConfirm) || indicator + 5 > length)
            return Claim.No;
        if (bytes.Length < Math.Min(length, 11))
            return said.TooShort;
        if (bytes[6] != 0 && bytes[5] == ConnectionRequest)
            return Claim.No;
        var body = bytes[11..Math.Min(bytes.Length, length)];
        return bytes[5] == ConnectionRequest ? Request(body, length - 11, said) : Confirm(body, length - 11, said);
    }

    private static Claim Request(ReadOnlySpan<byte> body, int length, in Utterance said)
    {
        if (length == 0)
            return Claim.Yes(30, Role.Client, "connection request");
        if (body.Length < Math.Min(8, length))
            return said.TooShort;
        if (body.StartsWith("Cookie: "u8) || body.StartsWith("mstshash"u8) || body.StartsWith("tsv:"u8))
            return Claim.Yes(80, Role.Client, "connection request with cookie");
        return body[0] == 1 && IsNegotiation(body) ? Claim.Yes(64, Role.Client, "negotiation request") : Claim.No;
    }

    private static Claim Confirm(ReadOnlySpan<byte> body, int length, in Utterance said)
    {
        if (length == 0)
            return Claim.Yes(26, Role.Server, "connection confirm");
        if (body.Length < 8)
            return length < 8 ? Claim.No : said.TooShort;
        return body[0] is 2 or 3 && IsNegotiation(body) ? Claim.Yes(64, Role.Server, "negotiation response") : Claim.No;
    }

    /// <summary>Type, flags, the length 8 in little-endian order.</summary>
    private static bool IsNegotiation(ReadOnlySpan<byte> body) => body.Length >= 4 && body[2] == 8 && body[3] == 0;

    /// <summary>An MCS Connect-Initial or Connect-Response (T.125), where the X.224 exchange was not seen.</summary>
    private static Claim Connect(ReadOnlySpan<byte> bytes, in Utterance said)
    {
        if (bytes.Length < TpktLength + 5)
            return said.TooShort;
        if (!said.FromStart && IsDomain(bytes[7]))
            return Claim.Yes(34, Role.Peer, "MCS message");
        return bytes[7] == 0x7F && bytes[8] is 0x65 or 0x66 ? Claim.Yes(44, bytes[8] == 0x65 ? Role.Client : Role.Server, "MCS connect") : Claim.No;
    }

    /// <summary>To erect a domain, to leave it, to attach, to join, to send (T.125 section 11, the alternatives of DomainMCSPDU).</summary>
    private static bool IsDomain(byte first) => first >> 2 is 1 or 8 or 10 or 11 or 14 or 15 or 25 or 26;
}
