using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.S7comm;

/// <summary>
/// Siemens S7 communication: TPKT (RFC 1006 section 6), COTP (RFC 905 section 13), and in its data an S7 header (protocol id 0x32, or 0x72 of the later
/// form). A connection request alone is told by TSAPs of two bytes that name a connection type and a rack and slot.
/// </summary>
internal sealed class S7commIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "s7comm";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(3, 0)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var rest = said.Bytes;
        var bits = 0;
        var role = Role.Peer;
        while (rest.Length >= 7)
        {
            var length = rest[2] << 8 | rest[3];
            if (rest[0] != 3 || rest[1] != 0 || length < 7 || rest[4] > length - 5)
                return bits > 24 ? Claim.Yes(bits, role, "COTP and S7 headers") : Claim.No;
            if (length > rest.Length)
                break;
            var packet = rest[..length];
            rest = rest[length..];
            if (packet[5] is 0xE0 or 0xD0)
            {
                role = packet[5] == 0xE0 ? Role.Client : Role.Server;
                bits = Connection(packet);
                if (bits < 0)
                    return Claim.No;
                continue;
            }

            // S7comm-plus acknowledges with data of no length.
            if (packet[5] == 0xF0 && packet.Length == 7)
                continue;
            if (packet[5] != 0xF0 || packet.Length < 10)
                return Claim.No;
            if (packet[4] == 2 && (packet[7] == 0x32 && packet[8] is 1 or 2 or 3 or 7 || packet[7] == 0x72 && packet[8] is 1 or 2 or 3 or 0xFE))
                return Claim.Yes(bits + 44, role, "COTP and S7 headers");
            return Claim.No;
        }

        return said.Complete && bits > 0 ? Claim.Yes(bits, role, "COTP connection") : said.TooShort;
    }

    /// <summary>The evidence in a COTP connection request or confirm: TPDU size and two TSAPs of two bytes.</summary>
    private static int Connection(ReadOnlySpan<byte> packet)
    {
        var reader = new ByteReader(packet[Math.Min(11, packet.Length)..]);
        var tsaps = 0;
        while (reader.Left > 0)
        {
            var code = reader.U8();
            var value = reader.Take(reader.U8());
            if (reader.Short || code is < 0xC0 or > 0xC7)
                return -1;
            if (code is 0xC1 or 0xC2)
            {
                if (value.Length == 2 ? value[0] <= 0x20 : value.StartsWith("SIMATIC-"u8))
                    tsaps++;
            }
        }

        return tsaps == 2 ? 26 : packet[5] == 0xD0 ? 8 : 0;
    }
}
