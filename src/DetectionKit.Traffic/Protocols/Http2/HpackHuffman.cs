namespace DetectionKit.Traffic.Protocols.Http2;

/// <summary>
/// HPACK's Huffman code (RFC 7541 section 5.2 and appendix B). The code is canonical (shorter codes first, then by symbol), so the codes' lengths
/// are all that is kept of it.
/// </summary>
internal static class HpackHuffman
{
    private const int Symbols = 257;
    private const int EndOfString = 256;
    private const int Longest = 30;

    private static readonly int[] FirstCode = new int[Longest + 2];
    private static readonly int[] FirstIndex = new int[Longest + 2];
    private static readonly short[] Sorted = new short[Symbols];

    static HpackHuffman()
    {
        var index = 0;
        var code = 0;
        for (var length = 1; length <= Longest; length++)
        {
            (FirstCode[length], FirstIndex[length]) = (code, index);
            for (short symbol = 0; symbol < Symbols; symbol++)
            {
                if (Lengths[symbol] != length)
                    continue;
                Sorted[index++] = symbol;
                code++;
            }

            code <<= 1;
        }

        FirstIndex[Longest + 1] = index;
    }

    private static ReadOnlySpan<byte> Lengths =>
    [
        13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
        13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
        15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28,
        20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
        22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
        26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
        20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
        30,
    ];

    /// <summary>Decodes bytes; false where they are no code, or their padding is not ones or too long.</summary>
    /// <param name="coded">The coded bytes.</param>
    /// <param name="output">Takes the text; 8/5 of the coded length always suffices.</param>
    /// <param name="written">How many bytes it has.</param>
    public static bool TryDecode(ReadOnlySpan<byte> coded, Span<byte> output, out int written)
    {
        written = 0;
        var code = 0;
        var length = 0;
        var ones = true;
        foreach (var b in coded)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                var one = b >> bit & 1;
                code = code << 1 | one;
                ones &= one == 1;
                if (++length > Longest)
                    return false;
                var offset = code - FirstCode[length];
                if (offset < 0 || offset >= FirstIndex[length + 1] - FirstIndex[length])
                    continue;
                var symbol = Sorted[FirstIndex[length] + offset];
                if (symbol == EndOfString || written == output.Length)
                    return false;
                output[written++] = (byte)symbol;
                (code, length, ones) = (0, 0, true);
            }
        }

        return length < 8 && ones;
    }
}
