using System.Buffers;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>What text protocols ask of ASCII bytes.</summary>
internal static class Ascii
{
    /// <summary>The characters of an HTTP token (RFC 9110 section 5.6.2).</summary>
    public static SearchValues<byte> Token { get; } =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>Space, tab and the visible characters; bytes from 0x80 on too, for text that is not ASCII.</summary>
    public static SearchValues<byte> Printable { get; } =
        Values(b => b is (byte)'\t' or (>= 0x20 and not 0x7F));

    /// <summary>Space, tab and the visible characters of ASCII.</summary>
    public static SearchValues<byte> Visible { get; } = Values(b => b is (byte)'\t' or (>= 0x20 and < 0x7F));

    /// <summary>A prefix that takes these letters in either case.</summary>
    public static Prefix AnyCase(string text)
    {
        var sets = new ByteSet[Math.Min(text.Length, Prefix.Depth)];
        for (var i = 0; i < sets.Length; i++)
            sets[i] = ByteSet.Of((byte)char.ToUpperInvariant(text[i]), (byte)char.ToLowerInvariant(text[i]));
        return new(sets);
    }

    /// <summary>Whether bytes begin with this text, whatever the case of its letters.</summary>
    public static bool Starts(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text) =>
        bytes.Length >= text.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..text.Length], text);

    /// <summary>Whether bytes may yet begin with this text: they do, or they end before it does.</summary>
    public static bool MayStart(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text) =>
        bytes.Length >= text.Length ? Starts(bytes, text) : System.Text.Ascii.EqualsIgnoreCase(bytes, text[..bytes.Length]);

    /// <summary>Whether this text occurs, whatever the case of its letters. The text is short; the bytes are one line.</summary>
    public static bool Has(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + text.Length <= bytes.Length; at++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(bytes.Slice(at, text.Length), text))
                return true;
        }

        return false;
    }

    /// <summary>Whether every byte belongs to a set.</summary>
    public static bool All(ReadOnlySpan<byte> bytes, SearchValues<byte> set) => !bytes.ContainsAnyExcept(set);

    /// <summary>Whether a byte is an ASCII digit.</summary>
    public static bool IsDigit(byte value) => char.IsAsciiDigit((char)value);

    private static SearchValues<byte> Values(Func<byte, bool> condition)
    {
        Span<byte> values = stackalloc byte[256];
        var count = 0;
        for (var value = 0; value < 256; value++)
        {
            if (condition((byte)value))
                values[count++] = (byte)value;
        }

        return SearchValues.Create(values[..count]);
    }
}
