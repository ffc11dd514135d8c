using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DetectionKit.Testing.Synthesis.Content;

/// <summary>What a cipher puts out: bare, and in the records of private protocols.</summary>
internal static class EncryptedContent
{
    public static IEnumerable<ForeignContent> All =>
    [
        new("encrypted", "AES-CTR", Counter),
        new("encrypted", "nonce and AES-CTR", (random, size) => [.. NoiseContent.Uniform(random, 12), .. Counter(random, size)]),
        new("encrypted", "records, 16-bit length", (random, size) => Records(random, size, 2, bigEndian: true, count: false)),
        new("encrypted", "records, 16-bit little-endian length", (random, size) => Records(random, size, 2, bigEndian: false, count: false)),
        new("encrypted", "records, 32-bit length", (random, size) => Records(random, size, 4, bigEndian: true, count: false)),
        new("encrypted", "records, 32-bit little-endian length", (random, size) => Records(random, size, 4, bigEndian: false, count: false)),
        new("encrypted", "records, type and length", (random, size) => Records(random, size, 3, bigEndian: true, count: false)),
        new("encrypted", "records, counter and length", (random, size) => Records(random, size, 4, bigEndian: true, count: true)),
    ];

    private static byte[] Counter(Random random, int size)
    {
        using var aes = Aes.Create();
        aes.Key = NoiseContent.Uniform(random, 16);
        var blocks = new byte[(size + 15) / 16 * 16];
        var first = random.NextInt64();
        for (var at = 0; at < blocks.Length; at += 16)
            BinaryPrimitives.WriteInt64BigEndian(blocks.AsSpan(at + 8), unchecked(first + (at / 16)));
        var stream = aes.EncryptEcb(blocks, PaddingMode.None);
        var text = TextContent.Sentences(random, size);
        return [.. text.Take(size).Select((value, at) => (byte)(value ^ stream[at]))];
    }

    private static byte[] Records(Random random, int size, int width, bool bigEndian, bool count)
    {
        var all = new List<byte>();
        var type = (byte)random.Next(1, 32);
        for (var number = 0; all.Count < size; number++)
        {
            // Often the whole message is one record, so that its length fits.
            var length = random.Next(3) == 0 ? random.Next(16, 400) : Math.Max(1, size - all.Count - width - (count ? 4 : 0));
            var prefix = new byte[4];
            if (bigEndian)
                BinaryPrimitives.WriteInt32BigEndian(prefix, length);
            else
                BinaryPrimitives.WriteInt32LittleEndian(prefix, length);
            if (count)
                all.AddRange([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
            if (width == 3)
                prefix[1] = type;
            all.AddRange(bigEndian ? prefix[(4 - width)..] : prefix[..width]);
            all.AddRange(Counter(random, length));
        }

        return [.. all];
    }
}
