using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Gnutella;

/// <summary>
/// Gnutella 0.6 ("Gnutella Protocol Specification v0.6", sections 2.1 and 2.2.1): the handshake over TCP, and descriptors over UDP whose payload length fits;
/// Gnutella 2's datagrams.
/// </summary>
internal sealed class GnutellaIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "gnutella";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Any];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [Prefix.Text("GNUTELLA")] : Prefixes;


    private const int Header = 23;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.Carrier == Carrier.Tcp)
        {
            var handshake = "GNUTELLA"u8;
            if (bytes.Length < 12)
                return handshake.StartsWith(bytes[..Math.Min(bytes.Length, 8)]) ? said.TooShort : Claim.No;
            if (bytes.StartsWith("GNUTELLA CON"u8))
                return Claim.Yes(80, Role.Client, "handshake");
            return bytes.StartsWith("GNUTELLA/0."u8) ? Claim.Yes(80, Role.Server, "handshake") : Claim.No;
        }

        if (bytes.StartsWith("GND"u8))
            return Second(bytes, said.WireLength);
        if (bytes.Length < Header)
            return Claim.No;
        var length = bytes[19] | bytes[20] << 8 | bytes[21] << 16 | bytes[22] << 24;
        var known = bytes[16] is 0 or 1 or 2 or 0x30 or 0x31 or 0x32 or 0x40 or 0x80 or 0x81;
        // New peers mark their GUIDs: byte 8 is all ones, byte 15 is zero.
        var marked = bytes[8] == 0xFF && bytes[15] == 0;
        if (!known || bytes[..16].Count((byte)0) > 4 || length != said.WireLength - Header || bytes[17] is 0 or > 10 || bytes[18] > 10)
            return Claim.No;
        return Claim.Yes(marked ? 52 : 38, bytes[16] is 1 or 0x81 ? Role.Server : Role.Client, "descriptor");
    }

    /// <summary>Gnutella 2's datagrams ("Gnutella2 UDP Transceiver"): flags, sequence number, part, count; a count of zero acknowledges.</summary>
    private static Claim Second(ReadOnlySpan<byte> bytes, int wireLength)
    {
        if (bytes.Length < 8 || bytes[3] > 3)
            return Claim.No;
        var (part, count) = (bytes[6], bytes[7]);
        return part > 0 && (count == 0 ? wireLength == 8 : part <= count && count <= 64 && wireLength > 8) ? Claim.Yes(44, Role.Peer, "datagram of version 2") : Claim.No;
    }
}
