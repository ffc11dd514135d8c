using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.MySql;

/// <summary>
/// MySQL's packets where the connection phase was not captured (MySQL, "Client/Server Protocol", sections "Generic Response Packets", "Text Resultset" and
/// "Command Phase"): packets are counted from the command on, so that a command has number 0 and what answers it 1 and more.
/// </summary>
internal static class MySqlSequel
{
    private const int MostPackets = 6;
    private const byte Execute = 0x17;

    /// <summary>Judges what one side has said.</summary>
    public static Claim Judge(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var (bits, before, client) = (0, -1, said.Bytes[3] == 0);
        for (var count = 0; count < MostPackets && reader.Left > 0; count++)
        {
            var length = reader.U8() | reader.U8() << 8 | reader.U8() << 16;
            var number = reader.U8();
            if (reader.Short)
                break;
            if (length is 0 or > 1 << 16 || (client ? number != 0 : number == 0 || (before >= 0 && number != before + 1 && number > 2)))
                return bits >= Evidence.Decisive ? Claim.Yes(bits, RoleOf(client), "packets in a row") : Claim.No;
            var whole = reader.Left >= length;
            var packet = reader.Take(Math.Min(length, reader.Left));
            var worth = client ? Command(packet, length) : Answer(packet, length, number);
            if (worth < 0)
                return bits >= Evidence.Decisive ? Claim.Yes(bits, RoleOf(client), "packets in a row") : whole ? Claim.No : said.TooShort;
            (bits, before) = (Math.Min(bits + worth, 64), number);
            if (!whole)
                break;
        }

        return bits > 0 ? Claim.Yes(bits, RoleOf(client), "packets in a row") : said.TooShort;
    }

    private static Role RoleOf(bool client) => client ? Role.Client : Role.Server;

    /// <summary>A command: its byte, and what it takes; negative: none.</summary>
    private static int Command(ReadOnlySpan<byte> packet, int length)
    {
        if (packet.IsEmpty)
            return 0;
        var rest = packet[1..];
        return packet[0] switch
        {
            1 or 9 or 0x0E or 0x1F => length == 1 ? 10 : -1,
            2 => length < 66 && Ascii.IsVisible(rest) ? 4 : -1,
            3 => Statement(rest),
            0x16 => Statement(rest),
            // The statement's number, no cursor, once.
            Execute => length >= 10 && (packet.Length < 10 || (packet[5] <= 7 && packet[6..].StartsWith("\u0001\0\0\0"u8))) ? packet.Length < 10 ? 0 : 36 : -1,
            0x19 or 0x1A => length == 5 ? 12 : -1,
            0x1B => length == 3 && (packet.Length < 3 || (packet[1] <= 1 && packet[2] == 0)) ? 16 : -1,
            _ => -1,
        };
    }

    /// <summary>SQL, perhaps behind the number of query attributes and sets of them.</summary>
    private static int Statement(ReadOnlySpan<byte> text)
    {
        var attributes = text is [0, 1, ..];
        if (attributes)
            text = text[2..];
        if (text.Length < 8)
            return text.Length == 0 || Ascii.IsPrintable(text) ? 0 : -1;
        text = text[..Math.Min(text.Length, 64)];
        return text.StartsWith("/*"u8) || IsVerb(text.TrimStart(" \t\r\n"u8)) ? attributes ? 56 : 46 : -1;
    }

    private static bool IsVerb(ReadOnlySpan<byte> text) =>
        Ascii.Starts(text, "select "u8) || Ascii.Starts(text, "insert "u8) || Ascii.Starts(text, "update "u8) || Ascii.Starts(text, "delete "u8) || Ascii.Starts(text, "show "u8)
        || Ascii.Starts(text, "set "u8) || Ascii.Starts(text, "create "u8) || Ascii.Starts(text, "drop "u8) || Ascii.Starts(text, "alter "u8) || Ascii.Starts(text, "replace into "u8)
        || Ascii.Starts(text, "call "u8) || Ascii.Starts(text, "start transaction"u8) || Ascii.Starts(text, "rollback"u8) || Ascii.Starts(text, "describe "u8) || Ascii.Starts(text, "explain "u8)
        || Ascii.Starts(text, "truncate "u8) || Ascii.Starts(text, "grant "u8) || Ascii.Starts(text, "lock tables"u8) || Ascii.Starts(text, "flush "u8);

    private static int Answer(ReadOnlySpan<byte> packet, int length, byte number)
    {
        if (packet.IsEmpty)
            return 0;
        switch (packet[0])
        {
            case 0xFF: // a number from 1000 on, the SQL state, words
                if (packet.Length < Math.Min(length, 12))
                    return 0;
                return length >= 9 && (packet[1] | packet[2] << 8) is >= 1000 and < 5000 && packet[3] == '#' && Ascii.IsVisible(packet.Slice(4, 5)) && Ascii.IsPrintable(packet[9..]) ? 56 : -1;
            case 0xFE when length == 5: // no rows more: warnings, status
                return packet.Length < 5 ? 0 : IsStatus(packet[3], packet[4]) && packet[2] == 0 ? 22 : -1;
            case 0xFE: // another way to log in
                var end = packet[1..].IndexOf((byte)0);
                return end < 0 ? packet.Length < Math.Min(length, 64) ? 0 : -1 : end > 8 && Ascii.IsVisible(packet.Slice(1, end)) && packet.Slice(1, end).IndexOf((byte)'_') > 0 && number == 2 ? 52 : -1;
            case 0 when length == 7: // done: rows, id, status, warnings
                return packet.Length < 7 ? 0 : packet[1] < 251 && packet[2] < 251 && IsStatus(packet[3], packet[4]) && packet[6] == 0 ? 24 : -1;
            case 0 when length == 12 && packet.Length >= 10 && packet[9] == 0: // prepared: a statement's number, columns, parameters, none
                return 14;
            case 1 when length == 2 && packet.Length == 2 && packet[1] is 3 or 4: // the password fits what is cached, or is wanted whole
                return number == 2 || number == 4 ? 30 : -1;
            case 3 when packet.StartsWith("\u0003def"u8): // a column of the only catalogue there is
                return 40;
            case > 0 and < 251 when length == 1 && number == 1: // how many columns come
                return 8;
            default:
                return number > 1 ? 0 : -1;
        }
    }

    /// <summary>In a transaction, autocommit, more results, no index used and so on; the fourth bit is none.</summary>
    private static bool IsStatus(byte low, byte high) => (low & 4) == 0 && high < 0x80;
}
