using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.MsSql;

/// <summary>
/// Tabular Data Stream (MS-TDS sections 2.2.3.1, 2.2.6.4 and 2.2.6.5): packet header, PRELOGIN with its options, LOGIN7 with its version.
/// </summary>
internal sealed class MsSqlIdentifier : Identifier
{
    private const int NameField = 31;

    /// <inheritdoc/>
    public override string App => "mssql";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0x01, 0x02, 0x03, 0x04, 0x0E, 0x10, 0x12), ByteSet.Range(0, 9))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 8)
            return said.TooShort;
        var length = bytes[2] << 8 | bytes[3];
        if (length is < 9 or > 32_767 || bytes[7] != 0)
            return Claim.No;
        if (bytes.Length < Math.Min(length, 64) && !said.Complete)
            return Claim.More;
        if (bytes.Length < 16)
            return Claim.No;
        var body = bytes[8..];
        return bytes[0] switch
        {
            0x12 when Options(body, length - 8) => Claim.Yes(80, Role.Client, "PRELOGIN"),
            0x04 when bytes[4] == 0 && Options(body, length - 8) => Claim.Yes(72, Role.Server, "PRELOGIN response"),
            0x04 when bytes[1] == 1 && IsToken(body) && length <= bytes.Length => Claim.Yes(36, Role.Server, "tokens"),
            0x10 when IsLogin(body) => Claim.Yes(60, Role.Client, "LOGIN7"),
            0x02 when length == 512 && bytes[4] == 0 && bytes[5] == 0 && IsName(body) && IsName(body[Math.Min(body.Length, NameField)..]) => Claim.Yes(34, Role.Client, "login of version 4 or 5"),
            // Later versions put the transaction descriptor first: its headers' total length, then the header's own.
            0x01 or 0x03 or 0x0E when body[0] == 22 && body[1] == 0 && body[2] == 0 && body[3] == 0 && body[4] == 18 => Claim.Yes(60, Role.Client, "request with headers"),
            0x01 when bytes[1] == 1 && length <= bytes.Length && IsText(body) => Claim.Yes(40, Role.Client, "batch"),
            0x03 when body[1] == 0 && body[0] is > 2 and < 128 && IsText(body[2..Math.Min(body.Length, 2 + (2 * body[0]))]) => Claim.Yes(40, Role.Client, "procedure call"),
            _ => Claim.No,
        };
    }

    /// <summary>A name in a field of 30 bytes, and its length behind that (TDS 4.2, the login record).</summary>
    private static bool IsName(ReadOnlySpan<byte> field) =>
        field.Length >= NameField && (field[NameField - 1] is var length and < NameField && Ascii.IsPrintable(field[..length]) && !field[length..(NameField - 1)].ContainsAnyInRange((byte)1, (byte)0x1F));

    /// <summary>Letters and blanks, each with a zero behind it (UTF-16, least significant byte first).</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + 1 < bytes.Length && at < 32; at += 2)
        {
            if (bytes[at + 1] != 0 || (bytes[at] is < 0x20 or > 0x7E && bytes[at] is not (9 or 10 or 13)))
                return false;
        }

        return bytes.Length >= 6;
    }

    /// <summary>A token that a response begins with (MS-TDS section 2.2.7), and what must be behind it.</summary>
    private static bool IsToken(ReadOnlySpan<byte> body) => body[0] switch
    {
        0xFD or 0xFE or 0xFF => body.Length >= 9 && (body[2] & 0xFE) == 0,
        0x79 => body.Length > 5 && body[5] is 0xFD or 0xFE or 0xFF or 0xAC,
        0xAA or 0xAB or 0xAD or 0xE3 => body.Length > 3 && (body[1] | body[2] << 8) <= body.Length,
        0x81 => body.Length > 9 && body[2] == 0 && body[1] > 0,
        _ => false,
    };

    private static bool IsLogin(ReadOnlySpan<byte> body) => body[4] == 0 && body[5] == 0 && body[6] is 0 or 9 or 10 && body[7] is >= 0x70 and <= 0x74;

    /// <summary>Tokens of type, offset and length, the first of them VERSION, up to 0xFF.</summary>
    private static bool Options(ReadOnlySpan<byte> body, int length)
    {
        var reader = new ByteReader(body);
        for (var option = 0; option < 12; option++)
        {
            var token = reader.U8();
            if (token == 0xFF)
                return option > 0 && !reader.Short;
            var offset = reader.U16();
            var size = reader.U16();
            if (reader.Short || token > 9 || (option == 0 && (token != 0 || size != 6)) || offset + size > length)
                return false;
        }

        return false;
    }
}
