using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.OpenVpn;

/// <summary>
/// OpenVPN (OpenVPN, "Network protocol", ssl_pkt.h): the hard resets that begin a session, in clear, with tls-auth and with tls-crypt; over TCP behind
/// a length of two bytes.
/// </summary>
internal sealed class OpenVpnIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "openvpn";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0x38, 0x40, 0x50, 0x20, 0x28)), new(ByteSet.Of(0), ByteSet.Any, ByteSet.Of(0x38, 0x40, 0x50))];

    /// <inheritdoc/>

    private const int SessionId = 8;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.Carrier == Carrier.Udp)
            return Reset(bytes, said.WireLength, said.Peer);
        if (bytes.Length < 2)
            return said.TooShort;
        var length = bytes[0] << 8 | bytes[1];
        if (length is < 14 or > 1500 || bytes[0] > 5)
            return Claim.No;
        if (bytes.Length < 2 + length)
            return bytes.Length > 2 && bytes[2] is not (0x38 or 0x40 or 0x50) ? Claim.No : said.TooShort;
        return Reset(bytes.Slice(2, length), length, said.Peer.Length > 2 ? said.Peer[2..] : default);
    }

    private static Claim Reset(ReadOnlySpan<byte> packet, int wireLength, ReadOnlySpan<byte> peer)
    {
        if (packet.Length < 14 || packet.Length < wireLength)
            return Claim.No;
        return packet[0] switch
        {
            0x38 or 0x50 => FromClient(packet),
            0x40 => FromServer(packet, peer),
            0x28 or 0x20 => Answers(packet, peer, 1 + SessionId),
            _ => Claim.No,
        };
    }

    private static Claim FromClient(ReadOnlySpan<byte> packet)
    {
        // In clear: no acknowledgements, packet id zero.
        if (packet.Length == 14)
            return IsZero(packet[9..]) ? Claim.Yes(50, Role.Client, "hard reset") : Claim.No;
        // tls-crypt: packet id one and a time come right behind the session id.
        if (packet.Length >= 54 && packet[12] == 1 && packet[11] == 0 && packet[10] == 0 && packet[9] is 0 or 0x0F && packet[13] is > 0x40 and < 0x90)
            return Claim.Yes(42, Role.Client, "hard reset under tls-crypt");
        foreach (var hmac in (ReadOnlySpan<int>)[16, 20, 28, 32, 48, 64])
        {
            var at = 1 + SessionId + hmac;
            if (packet.Length == at + 13 && IsZero(packet.Slice(at, 3)) && packet[at + 3] == 1 && IsZero(packet[(at + 8)..]))
                return Claim.Yes(70, Role.Client, "hard reset under tls-auth");
        }

        return Claim.No;
    }

    private static Claim FromServer(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> peer)
    {
        // One acknowledgement, of packet zero, with the client's session id; packet id zero.
        if (packet.Length == 26 && packet[9] == 1 && IsZero(packet.Slice(10, 4)) && IsZero(packet[22..]))
            return Claim.Yes(60, Role.Server, "hard reset");
        foreach (var hmac in (ReadOnlySpan<int>)[16, 20, 28, 32, 48, 64])
        {
            var at = 1 + SessionId + hmac;
            if (packet.Length == at + 25 && IsZero(packet.Slice(at, 3)) && packet[at + 3] == 1 && packet[at + 8] == 1 && IsZero(packet[(at + 21)..]))
                return Claim.Yes(70, Role.Server, "hard reset under tls-auth");
        }

        return packet.Length >= 54 && IsZero(packet.Slice(9, 3)) && packet[12] == 1 && !peer.IsEmpty && peer[0] is 0x38 or 0x50
            ? Claim.Yes(44, Role.Server, "hard reset under tls-crypt")
            : Claim.No;
    }

    /// <summary>An acknowledgement or control packet names the other side's session.</summary>
    private static Claim Answers(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> peer, int from) =>
        peer.Length > from && peer[0] is 0x38 or 0x40 or 0x50 or 0x20 or 0x28 && packet[from..].IndexOf(peer.Slice(1, SessionId)) >= 0
            ? Claim.Yes(50, Role.Peer, "acknowledgement")
            : Claim.No;

    private static bool IsZero(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)0) < 0;
}
