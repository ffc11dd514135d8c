using System.Text;

namespace DetectionKit.Logs.Reading;

/// <summary>Tells how text is encoded: by its mark, else UTF-16 by zeros in every other byte, else UTF-8 unless too much of it is control characters.</summary>
internal static class TextEncoding
{
    private const int Looked = 4096;

    /// <summary>The encoding; null: this is no text.</summary>
    /// <param name="head">The first bytes.</param>
    public static Encoding? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        var looked = head[..Math.Min(Looked, head.Length)];
        var (even, odd, controls) = (0, 0, 0);
        for (var i = 0; i < looked.Length; i++)
        {
            if (looked[i] != 0)
            {
                if (looked[i] < ' ' && looked[i] is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B))
                    controls++;
                continue;
            }

            if (i % 2 == 0)
                even++;
            else
                odd++;
        }

        var most = looked.Length / 4;
        if (odd > most && even == 0)
            return Encoding.Unicode;
        if (even > most && odd == 0)
            return Encoding.BigEndianUnicode;
        return even + odd + controls <= looked.Length / 64 ? Encoding.UTF8 : null;
    }
}
