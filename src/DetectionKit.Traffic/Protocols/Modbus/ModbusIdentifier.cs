using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Modbus;

/// <summary>
/// Modbus over TCP (MODBUS Messaging on TCP/IP 1.0b, section 3.1; MODBUS Application Protocol 1.1b3, section 6): the MBAP header, a length that
/// fits, and a body that fits its function.
/// </summary>
internal sealed class ModbusIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "modbus";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Any, ByteSet.Any, ByteSet.Of(0), ByteSet.Of(0))];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        var role = Role.Peer;
        for (var unit = 0; unit < 3 && reader.Left > 0; unit++)
        {
            var transaction = reader.U16();
            var protocol = reader.U16();
            var length = reader.U16();
            var address = reader.U8();
            var function = reader.U8();
            if (reader.Short)
                break;
            if (protocol != 0 || length is < 2 or > 254)
                return Claim.No;
            var body = reader.Take(Math.Min(length - 2, reader.Left));
            if (body.Length < length - 2)
                return unit > 0 || said.Complete ? Result(bits, role) : Claim.More;
            var shape = Shape(function, body);
            if (shape == 0)
                return Claim.No;
            bits += 28 + shape;
            if (unit == 0 && Answers(said.Peer, transaction, address, function))
            {
                bits += 12;
                role = said.SpokeFirst ? Role.Client : Role.Server;
            }
        }

        return bits > 0 ? Result(bits, role) : said.TooShort;
    }

    private static Claim Result(int bits, Role role) => bits > 0 ? Claim.Yes(Math.Min(bits, 70), role, "MBAP header and PDU") : Claim.No;

    private static bool Answers(ReadOnlySpan<byte> peer, ushort transaction, byte address, byte function)
    {
        var reader = new ByteReader(peer);
        return reader.U16() == transaction && reader.U16() == 0 && reader.U16() < 255 && reader.U8() == address && (reader.U8() & 0x7F) == (function & 0x7F) && !reader.Short;
    }

    /// <summary>Evidence in a PDU's body, or 0 where it cannot be the function's.</summary>
    private static int Shape(byte function, ReadOnlySpan<byte> body)
    {
        if ((function & 0x80) != 0)
            return body.Length == 1 && body[0] is > 0 and < 12 ? 6 : 0;
        var counted = body.Length > 1 && body[0] == body.Length - 1;
        return function switch
        {
            1 or 2 or 3 or 4 => body.Length == 4 ? 4 : counted ? 8 : 0,
            5 => body.Length == 4 && body[2] is 0 or 0xFF && body[3] == 0 ? 12 : 0,
            6 => body.Length == 4 ? 4 : 0,
            7 or 11 or 12 or 17 => body.Length < 64 ? 2 : 0,
            8 => body.Length >= 4 ? 3 : 0,
            15 or 16 => body.Length == 4 || (body.Length > 5 && body[4] == body.Length - 5) ? 8 : 0,
            20 or 21 => counted ? 8 : 0,
            22 => body.Length == 6 ? 4 : 0,
            23 => counted || (body.Length > 9 && body[8] == body.Length - 9) ? 8 : 0,
            24 => body.Length >= 2 ? 2 : 0,
            43 => body.Length >= 2 && body[0] is 13 or 14 ? 7 : 0,
            // Schneider's UMAS and other private functions.
            (>= 65 and <= 72) or 90 or (>= 100 and <= 110) => 2,
            _ => 0,
        };
    }
}
