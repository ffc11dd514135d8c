using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.PostgreSql;

/// <summary>
/// PostgreSQL's messages where the startup was not captured (PostgreSQL manual, "Message Formats"): a letter, a length that counts itself, a body. A few in a row,
/// or one whose body has little choice, tell.
/// </summary>
internal static class PostgreSqlSequel
{
    private const int MostMessages = 6, Longest = 1 << 20;

    /// <summary>Judges what one side has said.</summary>
    public static Claim Judge(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        var role = Role.Peer;
        for (var count = 0; count < MostMessages && reader.Left > 0 && bits < 64; count++)
        {
            var letter = reader.U8();
            var length = reader.U32();
            if (reader.Short)
                break;
            if (length is < 4 or > Longest)
                return Claim.No;
            var whole = reader.Left >= length - 4;
            var body = reader.Take((int)Math.Min(length - 4, (uint)reader.Left));
            var worth = Worth(letter, (int)length - 4, body, whole, ref role);
            if (worth < 0)
                return Claim.No;
            bits += worth;
            if (!whole)
                break;
        }

        return bits >= Evidence.Sufficient ? Claim.Yes(bits, role, "messages in a row") : said.TooShort;
    }

    private static int Worth(byte letter, int length, ReadOnlySpan<byte> body, bool whole, ref Role role)
    {
        switch (letter)
        {
            case (byte)'Z' when length == 1: // ready, in a transaction or not
                role = Role.Server;
                return body.IsEmpty ? 0 : body[0] is (byte)'I' or (byte)'T' or (byte)'E' ? 40 : -1;
            case (byte)'1' or (byte)'2' or (byte)'3' or (byte)'n' or (byte)'I' or (byte)'s' when length == 0: // parsed, bound, closed, no data, nothing asked
                role = Role.Server;
                return 20;
            case (byte)'S' or (byte)'H' or (byte)'X' or (byte)'c' when length == 0: // sync, flush, terminate, copied
                return 16;
            case (byte)'K' when length == 8: // a key to cancel with
                role = Role.Server;
                return 12;
            case (byte)'S' or (byte)'N' or (byte)'E' or (byte)'C' or (byte)'Q' or (byte)'P' or (byte)'B' or (byte)'D' or (byte)'T' or (byte)'d' or (byte)'p' or (byte)'t' or (byte)'A' or (byte)'f':
                if (!whole)
                    return 0;
                return letter switch
                {
                    (byte)'T' => Columns(body, ref role),
                    (byte)'C' => IsTag(body) ? 30 : IsNamed(body) ? 10 : -1,
                    (byte)'E' => HasFields(body) ? 50 : Execute(body),
                    (byte)'N' => HasFields(body) ? 50 : -1,
                    (byte)'D' => IsNamed(body) ? 12 : Row(body),
                    (byte)'Q' => EndsText(body) ? 12 : -1,
                    (byte)'P' or (byte)'B' => body.Count((byte)0) >= 2 ? 6 : -1,
                    (byte)'S' => body.Count((byte)0) == 2 && body[^1] == 0 && Ascii.IsPrintable(body[..body.IndexOf((byte)0)]) ? 12 : -1,
                    _ => 4,
                };
            default:
                return -1;
        }
    }

    /// <summary>Number of columns; each is a name, a table, a column, a type, sizes and a format of 0 or 1.</summary>
    private static int Columns(ReadOnlySpan<byte> body, ref Role role)
    {
        const int behindName = 18;
        if (body.Length < 2)
            return -1;
        var count = body[0] << 8 | body[1];
        var rest = body[2..];
        for (var i = 0; i < Math.Min(count, 4); i++)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 0 || rest.Length < end + 1 + behindName || !Ascii.IsPrintable(rest[..end]) || rest[end + behindName - 1] != 0 || rest[end + behindName] > 1)
                return -1;
            rest = rest[(end + 1 + behindName)..];
        }

        role = Role.Server;
        return count is > 0 and < 1700 && (count > 4 || rest.IsEmpty) ? 36 : -1;
    }

    /// <summary>A row: as many lengths and values as it says, to its end.</summary>
    private static int Row(ReadOnlySpan<byte> body)
    {
        var reader = new ByteReader(body);
        var count = reader.U16();
        for (var i = 0; i < count && !reader.Short; i++)
        {
            var length = reader.U32();
            if (length != uint.MaxValue)
                reader.Skip((int)Math.Min(length, int.MaxValue));
        }

        return !reader.Short && reader.Left == 0 && count > 0 ? 24 : -1;
    }

    /// <summary>What was done: <c>SELECT 5</c>.</summary>
    private static bool IsTag(ReadOnlySpan<byte> body)
    {
        if (body.Length is <= 4 or >= 64 || body[^1] != 0 || !char.IsAsciiLetterUpper((char)body[0]))
            return false;
        foreach (var b in body[..^1])
        {
            if (!char.IsAsciiLetterUpper((char)b) && !Ascii.IsDigit(b) && b != ' ')
                return false;
        }

        return true;
    }

    /// <summary>A statement's or a portal's name behind S or P.</summary>
    private static bool IsNamed(ReadOnlySpan<byte> body) => body.Length >= 2 && body[0] is (byte)'S' or (byte)'P' && EndsText(body[1..]);

    private static int Execute(ReadOnlySpan<byte> body) => body.Length >= 5 && EndsText(body[..^4]) ? 8 : -1;

    private static bool HasFields(ReadOnlySpan<byte> body) => body.Length > 8 && body[0] == 'S' && body[^1] == 0 && body.IndexOf("\0C"u8) > 0 && body.IndexOf("\0M"u8) > 0;

    /// <summary>A text that a zero ends; statements have lines.</summary>
    private static bool EndsText(ReadOnlySpan<byte> body) => !body.IsEmpty && body[^1] == 0 && body[..^1].IndexOfAnyInRange((byte)0, (byte)8) < 0 && body[..^1].IndexOfAnyInRange((byte)14, (byte)31) < 0;
}
