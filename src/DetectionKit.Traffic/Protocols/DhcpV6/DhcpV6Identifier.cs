using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.DhcpV6;

/// <summary>
/// DHCPv6 (RFC 8415 sections 8, 9 and 21): a message type, a transaction, and options that fill the datagram; relays carry two addresses before them.
/// </summary>
internal sealed class DhcpV6Identifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "dhcpv6";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(1, 23))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var relay = bytes[0] is 12 or 13;
        var start = relay ? 34 : 4;
        if (bytes.Length < start + 4 || (relay && bytes[1] > 32))
            return Claim.No;
        var reader = new ByteReader(bytes[start..]);
        var bits = relay ? 6 : 4;
        while (reader.Left > 0)
        {
            var code = reader.U16();
            var value = reader.Take(reader.U16());
            if (reader.Short)
                return bytes.Length < said.WireLength && bits > 24 ? Claim.Yes(bits, RoleOf(bytes[0]), "options, cut") : Claim.No;
            var weight = Weight(code, value);
            if (weight < 0)
                return Claim.No;
            bits += weight;
        }

        var group = said.Destination.IsGroup && !said.Destination.IsV4;
        return Claim.Yes(Math.Min(bits + (group ? 8 : 0), 80), RoleOf(bytes[0]), "options");
    }

    private static Role RoleOf(byte type) => type is 2 or 7 or 10 or 13 ? Role.Server : Role.Client;

    /// <summary>What a relay carries is a message with options to its end, or another relay's.</summary>
    private static int Relayed(ReadOnlySpan<byte> message)
    {
        if (message.Length < 4 || message[0] is 0 or > 23)
            return -1;
        if (message[0] is 12 or 13)
            return message.Length >= 38 ? 16 : -1;
        var reader = new ByteReader(message[4..]);
        var bits = 16;
        while (reader.Left > 0)
        {
            var code = reader.U16();
            var value = reader.Take(reader.U16());
            if (reader.Short || code == 9 || Weight(code, value) is not (>= 0 and var weight))
                return -1;
            bits += weight;
        }

        return Math.Min(bits, 46);
    }

    private static int Weight(ushort code, ReadOnlySpan<byte> value) => code switch
    {
        // A DUID begins with its type.
        1 or 2 => value.Length is >= 4 and <= 130 && value[0] == 0 && value[1] is > 0 and < 8 ? 30 : -1,
        3 or 25 => value.Length >= 12 ? 16 : -1,
        6 => value.Length >= 2 && value.Length % 2 == 0 ? 16 : -1,
        8 => value.Length == 2 ? 24 : -1,
        9 => Relayed(value),
        14 => value.IsEmpty ? 24 : -1,
        0 => -1,
        <= 150 => 8,
        _ => -1,
    };
}
