using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>
/// What text protocols ask of ASCII bytes. The runtime's own searches for sets of values are compiled as the program runs, which takes longer than
/// they save on heads of a few hundred bytes; its comparison without case sets itself up for long texts, and most words differ in their first letter.
/// </summary>
internal static class Ascii
{
    /// <summary>The characters of an HTTP token (RFC 9110 section 5.6.2).</summary>
    public static ByteSet Token { get; } = ByteSet.Of("!#$%&'*+-.^_`|~"u8).Or(ByteSet.Digits).Or(ByteSet.Letters);

    /// <summary>A prefix that takes these letters in either case.</summary>
    public static Prefix AnyCase(string text)
    {
        var sets = new ByteSet[Math.Min(text.Length, Prefix.Depth)];
        for (var i = 0; i < sets.Length; i++)
            sets[i] = ByteSet.Of((byte)char.ToUpperInvariant(text[i]), (byte)char.ToLowerInvariant(text[i]));
        return new(sets);
    }

    /// <summary>Whether bytes begin with this text of ASCII, whatever the case of its letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Starts(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text) => bytes.Length >= text.Length && AreAlike(bytes, text);

    /// <summary>Whether bytes may yet begin with this text: they do, or they end before it does.</summary>
    public static bool MayStart(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text) => AreAlike(bytes, text);

    /// <summary>Whether this text occurs, whatever the case of its letters. The text is short; the bytes are one line.</summary>
    public static bool Has(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text)
    {
        for (var at = 0; bytes.Length - at >= text.Length; at++)
        {
            if (AreAlike(bytes[at..], text))
                return true;
        }

        return false;
    }

    /// <summary>Whether text and bytes are the same but for case, as far as there are both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreAlike(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length && at < bytes.Length; at++)
        {
            var difference = bytes[at] ^ text[at];
            if (difference != 0 && (difference != 0x20 || !char.IsAsciiLetter((char)text[at])))
                return false;
        }

        return true;
    }

    /// <summary>Where the first byte stands that does not belong to a set; -1: all do. For words: it goes byte by byte.</summary>
    public static int IndexOfOther(ReadOnlySpan<byte> bytes, ByteSet set)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            if (!set.Contains(bytes[at]))
                return at;
        }

        return -1;
    }

    /// <summary>Whether every byte belongs to a set. For words, as <see cref="IndexOfOther"/>.</summary>
    public static bool IsAll(ReadOnlySpan<byte> bytes, ByteSet set) => IndexOfOther(bytes, set) < 0;

    /// <summary>Whether all of it is space, tab or visible characters of ASCII.</summary>
    public static bool IsVisible(ReadOnlySpan<byte> bytes) => IsText(bytes, beyond: false);

    /// <summary>Whether all of it is space, tab, visible characters, or bytes from 0x80 on: text that need not be ASCII.</summary>
    public static bool IsPrintable(ReadOnlySpan<byte> bytes) => IsText(bytes, beyond: true);

    private static bool IsText(ReadOnlySpan<byte> bytes, bool beyond)
    {
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var at = 0;
        for (; at <= bytes.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var some = Vector128.LoadUnsafe(ref first, (nuint)at);
            var fits = Vector128.LessThan(some - Vector128.Create((byte)0x20), Vector128.Create((byte)0x5F)) | Vector128.Equals(some, Vector128.Create((byte)'\t'));
            if (beyond)
                fits |= Vector128.LessThan(some.AsSByte(), Vector128<sbyte>.Zero).AsByte();
            if (fits != Vector128<byte>.AllBitsSet)
                return false;
        }

        for (; at < bytes.Length; at++)
        {
            if (!(bytes[at] is (byte)'\t' or (>= 0x20 and < 0x7F) || (beyond && bytes[at] >= 0x80)))
                return false;
        }

        return true;
    }

    /// <summary>Whether a byte is an ASCII digit.</summary>
    public static bool IsDigit(byte value) => char.IsAsciiDigit((char)value);
}
