using System.Buffers.Binary;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Verdicts;

/// <summary>
/// What a load balancer puts before a connection that it passes on (HAProxy, "The PROXY protocol", sections 2.1 and 2.2): a line, or a signature with
/// addresses. The conversation, and so the verdict, begins behind it.
/// </summary>
internal static class ProxyHeader
{
    private const int LongestLine = 107, Header = 16;

    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <summary>How long the header is; 0: there is none; -1: what is there may become one.</summary>
    /// <param name="bytes">What a side said from its first byte on.</param>
    public static int Measure(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? 0 : bytes[0] switch { (byte)'P' => Line(bytes), (byte)'\r' => Binary(bytes), _ => 0 };

    private static int Line(ReadOnlySpan<byte> bytes)
    {
        var word = "PROXY "u8;
        if (bytes.Length < word.Length)
            return word.StartsWith(bytes) ? -1 : 0;
        if (!bytes.StartsWith(word))
            return 0;
        var end = bytes[..Math.Min(bytes.Length, LongestLine)].IndexOf("\r\n"u8);
        if (end < 0)
            return bytes.Length >= LongestLine || !Ascii.IsVisible(bytes.TrimEnd((byte)'\r')) ? 0 : -1;
        var rest = bytes[word.Length..end];
        return rest.StartsWith("TCP4 "u8) || rest.StartsWith("TCP6 "u8) ? rest.Count((byte)' ') == 4 ? end + 2 : 0 : rest.StartsWith("UNKNOWN"u8) ? end + 2 : 0;
    }

    private static int Binary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header)
            return bytes[..Math.Min(bytes.Length, Signature.Length)].SequenceEqual(Signature[..Math.Min(bytes.Length, Signature.Length)]) ? -1 : 0;
        if (!bytes.StartsWith(Signature) || bytes[12] is not (0x20 or 0x21))
            return 0;
        var end = Header + BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]);
        return end > 2048 ? 0 : end <= bytes.Length ? end : -1;
    }
}
