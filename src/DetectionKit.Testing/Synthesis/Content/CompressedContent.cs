using System.Buffers.Binary;
using System.IO.Compression;

namespace DetectionKit.Testing.Synthesis.Content;

/// <summary>Compressed files and streams: bare, and in their containers.</summary>
internal static class CompressedContent
{
    public static IEnumerable<ForeignContent> All =>
    [
        new("compressed", "deflate", (random, size) => Pack(random, size, stream => new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true))),
        new("compressed", "zlib", (random, size) => Pack(random, size, stream => new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))),
        new("compressed", "gzip", (random, size) => Pack(random, size, stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))),
        new("compressed", "brotli", (random, size) => Pack(random, size, stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true))),
        new("compressed", "the middle of a stream", (random, size) => Middle(random, Pack(random, size * 2, stream => new DeflateStream(stream, CompressionLevel.Fastest, leaveOpen: true)), size)),
        new("compressed", "zip members", ZipMembers),
        new("compressed", "xz-like blocks", (random, size) => [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4, 0xE6, 0xD6, 0xB4, 0x46, 2, 0, 0x21, 1, 0x16, .. NoiseContent.Uniform(random, size)]),
        new("compressed", "zstd-like frames", (random, size) => [0x28, 0xB5, 0x2F, 0xFD, (byte)random.Next(256), (byte)random.Next(256), .. NoiseContent.Uniform(random, size)]),
    ];

    private static byte[] Pack(Random random, int size, Func<Stream, Stream> compressor)
    {
        using var target = new MemoryStream();
        // Words compress about threefold, so this is enough for what is asked.
        using (var packer = compressor(target))
            packer.Write(TextContent.Sentences(random, (size * 4) + 200));
        return Padded(random, target.ToArray(), size);
    }

    private static byte[] Middle(Random random, byte[] stream, int size) => Padded(random, stream[Math.Min(stream.Length / 2, random.Next(8, 64))..], size);

    private static byte[] ZipMembers(Random random, int size)
    {
        var zip = new List<byte>();
        while (zip.Count < size)
        {
            var data = Pack(random, random.Next(30, 600), stream => new DeflateStream(stream, CompressionLevel.Fastest, leaveOpen: true));
            var name = TextContent.Word(random) + ".txt";
            var header = new byte[30];
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
            header[4] = 20;
            header[8] = 8;
            random.NextBytes(header.AsSpan(10, 8));
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(18), data.Length);
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(22), data.Length * 3);
            BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(26), (short)name.Length);
            zip.AddRange([.. header, .. System.Text.Encoding.ASCII.GetBytes(name), .. data]);
        }

        return [.. zip];
    }

    private static byte[] Padded(Random random, byte[] bytes, int size) =>
        bytes.Length >= size ? bytes : [.. bytes, .. NoiseContent.Uniform(random, size - bytes.Length)];
}
