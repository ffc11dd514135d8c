using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Coap;

/// <summary>
/// CoAP over TCP (RFC 8323 section 3.2): a length takes the place of version, type and id. Both sides begin with their capabilities and settings (section
/// 5.3), a message of code 7.01 without a token, which tells it.
/// </summary>
internal static class CoapStream
{
    private const int MostMessages = 4, Signals = 7, Settings = 0xE1;

    /// <summary>Settings are short: their length stands in the first byte, or in one more.</summary>
    public static ImmutableArray<Prefix> Prefixes { get; } =
        [new(ByteSet.Where(b => b >> 4 < 13 && (b & 0x0F) == 0), ByteSet.Of(Settings)), new(ByteSet.Of(0xD0), ByteSet.Any, ByteSet.Of(Settings))];

    /// <summary>Judges what one side has said.</summary>
    public static Claim Judge(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        var role = Role.Peer;
        for (var message = 0; message < MostMessages && reader.Left > 0; message++)
        {
            var first = reader.U8();
            var length = Length(first >> 4, ref reader);
            var code = reader.U8();
            reader.Skip(first & 0x0F);
            var body = reader.Take((int)Math.Min(length, int.MaxValue));
            if (reader.Short)
                break;
            var found = message > 0 ? Further(code, body) : code == Settings && (first & 0x0F) == 0 ? Capabilities(body) : -1;
            if (found < 0 || (first & 0x0F) > 8)
                return Claim.No;
            bits += found;
            if (role == Role.Peer && code >> 5 is 0 or 2 or 4 or 5)
                role = code <= 7 ? Role.Client : Role.Server;
        }

        return bits > 0 ? Claim.Yes(Math.Min(bits, said.FromStart ? 80 : 20), role, "settings") : said.TooShort;
    }

    private static long Length(int nibble, ref ByteReader reader) => nibble switch
    {
        13 => 13 + reader.U8(),
        14 => 269 + reader.U16(),
        15 => 65805L + reader.U32(),
        _ => nibble,
    };

    /// <summary>The largest message (option 2) and whether blocks are taken (option 4).</summary>
    private static int Capabilities(ReadOnlySpan<byte> body)
    {
        var bits = 14;
        if (!body.IsEmpty && body[0] >> 4 == 2 && (body[0] & 0x0F) is > 0 and <= 4 and var size && size < body.Length)
        {
            bits += 14;
            body = body[(1 + size)..];
            if (body.StartsWith((ReadOnlySpan<byte>)[0x20]))
                return bits + 6;
        }
        else if (body.StartsWith((ReadOnlySpan<byte>)[0x40]))
        {
            return bits + 8;
        }

        return body.IsEmpty ? bits : -1;
    }

    private static int Further(byte code, ReadOnlySpan<byte> body)
    {
        if (code >> 5 == Signals)
            return (code & 0x1F) is >= 1 and <= 5 ? 8 : -1;
        if (code is 0 or > 7 && !CoapIdentifier.IsResponse(code))
            return -1;
        var options = CoapOptions.Weigh(body, code is not (1 or 4));
        return options < 0 ? -1 : 6 + Math.Min(options, 20);
    }
}
