using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Modbus;

/// <summary>Modbus over TCP (the Messaging Implementation Guide 1.0b, section 3.1.3; Application Protocol 1.1b3, section 6): a chain of frames.</summary>
internal sealed class ModbusIdentifier : Identifier
{
    private const int HeaderLength = 7, MostFrames = 6;

    /// <inheritdoc/>
    public override string App => "modbus";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Any, ByteSet.Any, ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(0, 1))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Carrier == Carrier.Udp)
            return Datagram(said);
        var bytes = said.Bytes;
        int bits = 0, at = 0;
        var role = Role.Peer;
        for (var count = 0; count < MostFrames && at < bytes.Length; count++)
        {
            if (bytes.Length - at < HeaderLength + 1)
                return bits > 0 ? Claim.Yes(bits, role, "frames") : said.TooShort;
            var length = bytes[at + 4] << 8 | bytes[at + 5];
            if (bytes[at + 2] != 0 || bytes[at + 3] != 0 || length is < 2 or > 256)
                return count > 1 ? Claim.Yes(bits, role, "frames") : Claim.No;
            var function = bytes[at + 7];
            if (function is 0 || ((function & 0x80) != 0 && length is not (3 or 4)))
                return count > 1 ? Claim.Yes(bits, role, "frames") : Claim.No;
            var data = bytes[(at + 8)..Math.Min(bytes.Length, at + 6 + length)];
            bits += 18 + Function(function, length, data, ref role) + (at + 6 + length == bytes.Length ? 8 : 0);
            at += 6 + length;
        }

        return bits > 0 && at <= bytes.Length ? Claim.Yes(bits, role, "frames") : said.TooShort;
    }

    /// <summary>Over UDP a datagram is one frame.</summary>
    private static Claim Datagram(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length <= HeaderLength + 1 || (bytes[2] | bytes[3]) != 0 || (bytes[4] << 8 | bytes[5]) != said.WireLength - 6 || said.WireLength > 6 + 256)
            return Claim.No;
        var role = Role.Peer;
        var bits = Function(bytes[7], said.WireLength - 6, bytes[8..], ref role);
        return bits > 8 ? Claim.Yes(22 + bits, role, "frame") : Claim.No;
    }

    /// <summary>Bits that a function's own form adds.</summary>
    private static int Function(byte function, int length, ReadOnlySpan<byte> data, ref Role role)
    {
        if ((function & 0x80) != 0)
        {
            role = Role.Server;
            return data.Length > 0 && data[0] is >= 1 and <= 11 ? 18 : 4;
        }

        if (function is >= 1 and <= 4)
        {
            if (length == 6 && data.Length == 4 && data[2] <= 7 && !(data[0] == 3 && function > 2))
            {
                role = Role.Client;
                return 14;
            }

            role = data.Length > 0 && data[0] == length - 3 ? Role.Server : role;
            return role == Role.Server ? 14 : 0;
        }

        return function switch
        {
            5 or 6 => length == 6 ? 14 : 0,
            15 or 16 => length == 6 || (data.Length > 4 && data[4] == length - 7) ? 14 : 0,
            7 or 11 or 12 or 17 => length == 2 ? 12 : 4,
            8 or 20 or 21 or 22 or 23 or 24 or 43 or 90 => 8,
            _ => -8,
        };
    }
}
