using System.Buffers.Text;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Redis;

/// <summary>Several replies in a row, as they answer pipelined commands (Redis, "RESP protocol spec"): numbers, and strings of the stated length, among lines that others say too.</summary>
internal static class RedisReplies
{
    private const int Most = 12;

    /// <summary>Bits of evidence; 0 where a reply does not fit.</summary>
    public static int Weigh(ReadOnlySpan<byte> bytes)
    {
        var (bits, kinds) = (0, 0);
        for (var count = 0; count < Most && bytes.Length > 0; count++)
        {
            var lines = new LineReader(bytes);
            if (!lines.Next(out var line))
                break;
            var skip = line.Length + 2;
            if (line.IsEmpty || skip > bytes.Length || bytes[line.Length] != '\r')
                return 0;
            var isNumber = Utf8Parser.TryParse(line[1..], out int number, out var used) && used == line.Length - 1;
            switch (line[0])
            {
                case (byte)'+' or (byte)'-' when Ascii.IsPrintable(line):
                    bits += 2;
                    kinds |= 1;
                    break;
                case (byte)':' when isNumber:
                    bits += 8;
                    kinds |= 2;
                    break;
                case (byte)'*' when isNumber && number is >= -1 and < 1 << 20:
                    bits += 8;
                    kinds |= 4;
                    break;
                case (byte)'$' when isNumber && number is >= -1 and < 1 << 20:
                    kinds |= 8;
                    if (number < 0)
                    {
                        bits += 10;
                        break;
                    }

                    if (bytes.Length < skip + number + 2)
                        return kinds > 8 ? bits : 0;
                    if (!bytes.Slice(skip + number, 2).SequenceEqual("\r\n"u8))
                        return 0;
                    skip += number + 2;
                    bits += 16;
                    break;
                default:
                    return 0;
            }

            bytes = bytes[skip..];
        }

        // Of one kind alone it may be a list of something else.
        return (kinds & (kinds - 1)) != 0 && (kinds & 14) != 0 ? Math.Min(bits, 60) : 0;
    }
}
