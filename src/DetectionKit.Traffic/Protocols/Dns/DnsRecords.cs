using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>A record's data as text, in the form of zone files where there is one; strings of TXT are joined without quotes, as they are used (RFC 7208 section 3.3).</summary>
internal static class DnsRecords
{
    private const int LongestBinary = 1024;

    /// <summary>The data's text. Data that its type does not fit is given as RFC 3597 does: <c>\# 4 0a000001</c>.</summary>
    /// <param name="message">The whole message, for names that point back.</param>
    /// <param name="at">Where the data begins.</param>
    /// <param name="length">Its length; all of it is there.</param>
    /// <param name="type">The record's type.</param>
    public static string Text(ReadOnlySpan<byte> message, int at, int length, int type)
    {
        var reader = new ByteReader(message[..(at + length)]);
        reader.Skip(at);
        return Typed(ref reader, message[..(at + length)], type) is { } text && !reader.Short ? text : Unknown(message.Slice(at, length));
    }

    private static string? Typed(ref ByteReader reader, ReadOnlySpan<byte> message, int type)
    {
        switch (type)
        {
            case 1 when reader.Left == 4:
                return IpAddress.FromV4(reader.Take(4)).ToString();
            case 28 when reader.Left == 16:
                return IpAddress.FromV6(reader.Take(16)).ToString();
            case 2 or 3 or 4 or 5 or 7 or 8 or 9 or 12 or 39:
                return DnsText.Name(ref reader, message);
            case 6:
                return Invariant($"{DnsText.Name(ref reader, message)} {DnsText.Name(ref reader, message)} {reader.U32()} {reader.U32()} {reader.U32()} {reader.U32()} {reader.U32()}");
            case 13:
                return Invariant($"{String(ref reader)} {String(ref reader)}");
            case 14 or 17:
                return Invariant($"{DnsText.Name(ref reader, message)} {DnsText.Name(ref reader, message)}");
            case 15 or 18 or 21 or 36 or 107:
                return Invariant($"{reader.U16()} {DnsText.Name(ref reader, message)}");
            case 16 or 99:
                return Strings(ref reader);
            case 33:
                return Invariant($"{reader.U16()} {reader.U16()} {reader.U16()} {DnsText.Name(ref reader, message)}");
            case 35:
                return Invariant($"{reader.U16()} {reader.U16()} \"{String(ref reader)}\" \"{String(ref reader)}\" \"{String(ref reader)}\" {DnsText.Name(ref reader, message)}");
            case 43 or 59 or 32768 or 32769:
                return Invariant($"{reader.U16()} {reader.U8()} {reader.U8()} {Hex(ref reader)}");
            case 44:
                return Invariant($"{reader.U8()} {reader.U8()} {Hex(ref reader)}");
            case 24 or 46:
                return Signature(ref reader, message);
            case 47:
                return DnsText.Name(ref reader, message) + TypeMap(ref reader);
            case 25 or 48 or 60:
                return Invariant($"{reader.U16()} {reader.U8()} {reader.U8()} {Base64(ref reader)}");
            case 51:
                return Invariant($"{reader.U8()} {reader.U8()} {reader.U16()} {Counted(ref reader)}");
            case 52 or 53:
                return Invariant($"{reader.U8()} {reader.U8()} {reader.U8()} {Hex(ref reader)}");
            case 64 or 65:
                return DnsService.Text(ref reader, message);
            case 256:
                return Invariant($"{reader.U16()} {reader.U16()} \"{Rest(ref reader)}\"");
            case 257:
                return Invariant($"{reader.U8()} {String(ref reader)} \"{Rest(ref reader)}\"");
            default:
                return null;
        }
    }

    private static string Unknown(ReadOnlySpan<byte> data) => Invariant($"\\# {data.Length} {Convert.ToHexStringLower(data[..Math.Min(data.Length, LongestBinary)])}");

    private static string Signature(ref ByteReader reader, ReadOnlySpan<byte> message) => Invariant(
        $"{DnsTypes.Name(reader.U16())} {reader.U8()} {reader.U8()} {reader.U32()} {reader.U32()} {reader.U32()} {reader.U16()} {DnsText.Name(ref reader, message)} {Base64(ref reader)}");

    /// <summary>The types of NSEC (RFC 4034 section 4.1.2).</summary>
    private static string TypeMap(ref ByteReader reader)
    {
        var text = new StringBuilder();
        while (reader.Left > 2)
        {
            var window = reader.U8() << 8;
            var map = reader.Take(reader.U8());
            for (var bit = 0; bit < map.Length * 8; bit++)
            {
                if ((map[bit / 8] & (0x80 >> (bit % 8))) != 0)
                    text.Append(' ').Append(DnsTypes.Name(window | bit));
            }
        }

        return text.ToString();
    }

    private static string Strings(ref ByteReader reader)
    {
        var text = new StringBuilder();
        while (reader.Left > 0)
            DnsText.Append(text, reader.Take(reader.U8()));
        return text.ToString();
    }

    private static string String(ref ByteReader reader) => Plain(reader.Take(reader.U8()));

    private static string Rest(ref ByteReader reader) => Plain(reader.Take(reader.Left));

    private static string Plain(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        DnsText.Append(text, bytes);
        return text.ToString();
    }

    private static string Counted(ref ByteReader reader) => reader.Take(reader.U8()) is { IsEmpty: false } bytes ? Convert.ToHexStringLower(bytes) : "-";

    private static string Hex(ref ByteReader reader) => Convert.ToHexStringLower(Bounded(ref reader));

    private static string Base64(ref ByteReader reader) => Convert.ToBase64String(Bounded(ref reader));

    private static ReadOnlySpan<byte> Bounded(ref ByteReader reader)
    {
        var rest = reader.Take(reader.Left);
        return rest[..Math.Min(rest.Length, LongestBinary)];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
