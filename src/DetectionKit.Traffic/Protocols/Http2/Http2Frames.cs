using System.Buffers.Binary;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Http2;

/// <summary>A stream of HTTP/2 whose preface was not seen: frames one behind the other, each as its type has to be (RFC 9113 section 6).</summary>
internal static class Http2Frames
{
    private const int Header = 9, Longest = 16_384, Most = 8;

    /// <summary>Which flags a type knows, by the type's number.</summary>
    private static ReadOnlySpan<byte> Flags => [0x09, 0x2D, 0, 0, 0x01, 0x0C, 0x01, 0, 0, 0x04];

    /// <summary>Judges what was said from the first segment seen on.</summary>
    public static Claim Judge(in Utterance said)
    {
        var bytes = said.Bytes;
        int bits = 0, count = 0;
        var role = Role.Peer;
        while (bytes.Length >= Header && count < Most)
        {
            var length = bytes[0] << 16 | bytes[1] << 8 | bytes[2];
            var worth = Worth(length, bytes[3], bytes[4], BinaryPrimitives.ReadUInt32BigEndian(bytes[5..]));
            if (worth < 0)
                return Claim.No;
            if (bytes[3] == 1 && length > 0 && bytes.Length > Header && (bytes[4] & 0x28) == 0)
            {
                // Indexed fields of the static table (RFC 7541 appendix A): methods, and statuses.
                role = bytes[Header] is 0x82 or 0x83 ? Role.Client : bytes[Header] is >= 0x88 and <= 0x8E ? Role.Server : role;
                worth += bytes[Header] is 0x82 or 0x83 or (>= 0x88 and <= 0x8E) ? 5 : -4;
            }

            bits += worth;
            count++;
            if (bytes.Length < Header + length)
                break;
            bytes = bytes[(Header + length)..];
        }

        // One frame alone has to end where what was said ends.
        if (count > 1 || bytes.IsEmpty)
            return Claim.Yes(Math.Min(bits + (bytes.IsEmpty ? 12 : 0), 60), role, "frames");
        return said.TooShort;
    }

    /// <summary>Bits of a frame's header: fixed lengths, known flags, streams with small numbers; negative: no such frame.</summary>
    private static int Worth(int length, byte type, byte flags, uint stream)
    {
        if (type > 9 || (flags & ~Flags[type]) != 0 || stream > 1 << 20 || length > Longest)
            return -1;
        var ofConnection = type is 4 or 6 or 7;
        if (ofConnection ? stream != 0 : type != 8 && stream == 0)
            return -1;
        return type switch
        {
            4 when flags == 1 => length == 0 ? 22 : -1,
            4 => length % 6 == 0 && length < 256 ? 14 : -1,
            3 or 8 => length == 4 ? 24 : -1,
            2 => length == 5 ? 24 : -1,
            6 => length == 8 ? 24 : -1,
            7 => length is >= 8 and < 512 ? 14 : -1,
            0 => length == 0 && flags != 1 ? -1 : 4,
            _ => length == 0 ? -1 : 10,
        };
    }
}
