using System.Globalization;
using System.Text;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>Names and character strings of messages as text. Bytes that are not visible are <c>\DDD</c> (RFC 1035 section 5.1); a name has no dot at its end, the root is <c>.</c></summary>
internal static class DnsText
{
    private const int LongestName = 255;
    private const int MostJumps = 64;

    /// <summary>Reads a name, following pointers; null where it is broken. The reader stands behind it.</summary>
    /// <param name="reader">At the name.</param>
    /// <param name="message">The whole message, which pointers point into.</param>
    public static string? Name(ref ByteReader reader, ReadOnlySpan<byte> message)
    {
        var text = new StringBuilder();
        var length = 0;
        var jumps = 0;
        while (true)
        {
            var label = reader.U8();
            if (reader.Short)
                return null;
            if (label < 64)
            {
                if (label == 0)
                    return text.Length == 0 ? "." : text.ToString();
                if (!Label(ref reader, label, text, ref length))
                    return null;
                continue;
            }

            int at = (label & 0x3F) << 8 | reader.U8();
            if (reader.Short || label < 0xC0)
                return null;
            return Pointed(message, at, text, length, ref jumps);
        }
    }

    /// <summary>Bytes as text: what is visible, and a space, stays.</summary>
    public static void Append(StringBuilder text, ReadOnlySpan<byte> bytes, bool isLabel = false)
    {
        foreach (var b in bytes)
        {
            if (b is < 0x20 or > 0x7E || (isLabel && b == ' '))
                text.Append('\\').Append(b.ToString("D3", CultureInfo.InvariantCulture));
            else if (isLabel && b is (byte)'.' or (byte)'\\')
                text.Append('\\').Append((char)b);
            else
                text.Append((char)b);
        }
    }

    /// <summary>A NetBIOS name of 32 letters: the 15 characters before their padding, and the suffix in hexadecimal (RFC 1001 section 14.1); null where it is none.</summary>
    public static string? NetBios(string name)
    {
        var scope = name.IndexOf('.', StringComparison.Ordinal);
        var letters = scope < 0 ? name.AsSpan() : name.AsSpan(0, scope);
        if (letters.Length != 32 || letters.ContainsAnyExceptInRange('A', 'P'))
            return null;
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(((letters[2 * i] - 'A') << 4) | (letters[(2 * i) + 1] - 'A'));
        return NetBios(bytes);
    }

    /// <summary>A NetBIOS name of 16 bytes.</summary>
    public static string NetBios(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        Append(text, bytes[..15].TrimEnd(" \0"u8));
        return text.Append('<').Append(bytes[15].ToString("x2", CultureInfo.InvariantCulture)).Append('>').ToString();
    }

    private static string? Pointed(ReadOnlySpan<byte> message, int at, StringBuilder text, int length, ref int jumps)
    {
        while (jumps++ < MostJumps && at < message.Length)
        {
            var reader = new ByteReader(message[at..]);
            while (true)
            {
                var label = reader.U8();
                if (reader.Short)
                    return null;
                if (label == 0)
                    return text.Length == 0 ? "." : text.ToString();
                if (label >= 0xC0)
                {
                    at = (label & 0x3F) << 8 | reader.U8();
                    break;
                }

                if (label > 63 || !Label(ref reader, label, text, ref length))
                    return null;
            }
        }

        return null;
    }

    private static bool Label(ref ByteReader reader, int label, StringBuilder text, ref int length)
    {
        length += label + 1;
        if (length > LongestName)
            return false;
        var bytes = reader.Take(label);
        if (reader.Short)
            return false;
        if (text.Length > 0)
            text.Append('.');
        Append(text, bytes, isLabel: true);
        return true;
    }
}
