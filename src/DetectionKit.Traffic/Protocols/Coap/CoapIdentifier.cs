using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Coap;

/// <summary>
/// CoAP (RFC 7252 sections 3 and 5.10): version 1, a code, a token, options with known numbers in ascending order, and a payload behind 0xFF.
/// </summary>
internal sealed class CoapIdentifier : Identifier
{
    private const int Acknowledgement = 2, Reset = 3;

    /// <inheritdoc/>
    public override string App => "coap";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0x40, 0x78), ByteSet.Where(b => b <= 7 || b >> 5 is 2 or 4 or 5))];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 4 || (bytes[0] & 0x0F) > 8)
            return Claim.No;
        var code = bytes[1];
        var token = bytes[0] & 0x0F;
        var answers = said.Peer.Length >= 4 + token && said.Peer.Slice(2, 2).SequenceEqual(bytes.Slice(2, 2)) && said.Peer[0] >> 6 == 1;
        if (code == 0)
            return said.WireLength == 4 && token == 0 ? Claim.Yes(answers ? 40 : 14, Role.Peer, "empty message") : Claim.No;
        var kind = bytes[0] >> 4 & 3;
        // A reset is empty; a request is confirmable or not, and no acknowledgement.
        if (kind == Reset || (code <= 7 && kind >= Acknowledgement) || (code > 7 && !IsResponse(code)) || 4 + token > bytes.Length)
            return Claim.No;
        var options = Options(bytes[(4 + token)..], code is not (1 or 4));
        if (options < 0)
            return Claim.No;
        // An answer repeats the request's token.
        if (code > 7)
            answers = answers && said.Peer[1] is >= 1 and <= 7 && (said.Peer[0] & 0x0F) == token && said.Peer.Slice(4, token).SequenceEqual(bytes.Slice(4, token));
        if (code > 7)
            return Claim.Yes(8 + (answers ? options + 20 + (4 * token) : Math.Min(options, 12)), Role.Server, "response");
        return Claim.Yes(8 + options, Role.Client, "request");
    }

    /// <summary>The response codes that are registered (RFC 7252 section 12.1.2 and what came since).</summary>
    private static bool IsResponse(byte code) => (code >> 5, code & 0x1F) switch
    {
        (2, var detail) => detail is (>= 1 and <= 5) or 31,
        (4, var detail) => detail is <= 9 or 12 or 13 or 15 or 22 or 29,
        (5, var detail) => detail is <= 5 or 8,
        _ => false,
    };

    /// <summary>Evidence in the options, or -1 where they are none. Who gets or deletes sends no payload along.</summary>
    private static int Options(ReadOnlySpan<byte> bytes, bool mayCarry)
    {
        var reader = new ByteReader(bytes);
        var number = 0;
        var bits = 0;
        while (reader.Left > 0)
        {
            var head = reader.U8();
            if (head == 0xFF)
                return mayCarry && reader.Left > 0 ? bits + 4 : -1;
            var delta = Extended(head >> 4, ref reader);
            var length = Extended(head & 0x0F, ref reader);
            if (delta < 0 || length < 0)
                return -1;
            number += delta;
            var value = reader.Take(length);
            var weight = reader.Short ? -1 : Weight(number, value);
            if (weight < 0)
                return -1;
            // Said again, an option proves only what its text does.
            bits += delta == 0 && !IsText(number) ? 0 : weight;
        }

        return Math.Min(bits, 60);
    }

    private static int Extended(int nibble, ref ByteReader reader) => nibble switch
    {
        13 => 13 + reader.U8(),
        14 => 269 + reader.U16(),
        15 => -1,
        _ => nibble,
    };

    private static bool IsText(int number) => number is 3 or 8 or 11 or 15 or 20 or 35 or 39;

    private static int Weight(int number, ReadOnlySpan<byte> value) => number switch
    {
        _ when IsText(number) => value.Length is > 0 and < 256 && Ascii.All(value, Ascii.Printable) ? 6 + Math.Min(value.Length, 10) : number is 11 or 15 && value.IsEmpty ? 2 : -1,
        1 or 4 => value.Length <= 8 ? 2 : -1,
        5 => value.IsEmpty ? 8 : -1,
        9 => value.Length <= 64 && (value.IsEmpty || (value[0] & 0xE0) == 0) ? 3 : -1, // OSCORE (RFC 8613 section 6.1)
        6 or 14 or 16 or 23 or 27 or 28 or 60 => value.Length <= 4 && (value.IsEmpty || value[0] != 0) ? 4 : -1,
        7 or 12 or 17 => value.Length <= 2 ? 4 : -1,
        19 or 21 or 31 or 252 or 258 or 292 => value.Length <= 40 ? 1 : -1,
        >= 2048 and < 65536 => 0,
        _ => -1,
    };
}
