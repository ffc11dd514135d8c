using System.Buffers.Binary;

namespace DetectionKit.Testing.Synthesis.Content;

/// <summary>Pictures, sound and film: the containers' beginnings, then frames.</summary>
internal static class MediaContent
{
    public static IEnumerable<ForeignContent> All =>
    [
        new("media", "PNG", (random, size) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, (byte)random.Next(8), (byte)random.Next(256), 0, 0, (byte)random.Next(8), (byte)random.Next(256), 8, 6, 0, 0, 0, .. NoiseContent.Uniform(random, size)]),
        new("media", "JPEG", (random, size) => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xDB, 0, 67, 0, .. NoiseContent.Uniform(random, size)]),
        new("media", "GIF", (random, size) => [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, (byte)random.Next(256), 1, (byte)random.Next(256), 1, 0xF7, 0, 0, .. NoiseContent.Uniform(random, size)]),
        new("media", "MP3 frames", (random, size) => Frames(random, size, 418, [0xFF, 0xFB, 0x90, 0x64])),
        new("media", "AAC frames", (random, size) => Frames(random, size, 371, [0xFF, 0xF1, 0x50, 0x80, 0x2E, 0x7F, 0xFC])),
        new("media", "MPEG transport stream", TransportStream),
        new("media", "MP4 boxes", Boxes),
        new("media", "H.264 units", (random, size) => Units(random, size)),
        new("media", "WAV", (random, size) => [.. "RIFF"u8, .. NoiseContent.Uniform(random, 3), 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 2, 0, 0x44, 0xAC, 0, 0, .. Samples(random, size)]),
        new("media", "16-bit samples", Samples),
        new("media", "8-bit samples", (random, size) => [.. Enumerable.Range(0, size).Select(at => (byte)(128 + (90 * Math.Sin(at / 9.0)) + random.Next(9)))]),
        new("media", "Ogg pages", (random, size) => Frames(random, size, 300, [.. "OggS"u8, 0, 0, .. new byte[8], .. NoiseContent.Uniform(random, 4)])),
        new("media", "bitmap rows", (random, size) => [.. "BM"u8, .. NoiseContent.Uniform(random, 3), 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, .. Rows(random, size)]),
        new("media", "PDF", (random, size) => [.. "%PDF-1.7\n"u8, 0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A, .. "1 0 obj\n<< /Length 5 0 R /Filter /FlateDecode >>\nstream\n"u8, .. NoiseContent.Uniform(random, size)]),
    ];

    private static byte[] Frames(Random random, int size, int every, byte[] header)
    {
        var all = new List<byte>();
        while (all.Count < size)
            all.AddRange([.. header, .. NoiseContent.Uniform(random, every - header.Length)]);
        return [.. all];
    }

    private static byte[] TransportStream(Random random, int size)
    {
        var all = new List<byte>();
        for (var number = random.Next(16); all.Count < size; number = (number + 1) % 16)
            all.AddRange([0x47, 1, (byte)random.Next(4), (byte)(0x10 | number), .. NoiseContent.Uniform(random, 184)]);
        return [.. all];
    }

    private static byte[] Boxes(Random random, int size)
    {
        string[] names = ["moov", "mvhd", "trak", "mdat", "free", "moof", "traf"];
        List<byte> all = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8];
        while (all.Count < size)
        {
            var content = NoiseContent.Uniform(random, random.Next(8, 500));
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 8);
            all.AddRange([.. length, .. System.Text.Encoding.ASCII.GetBytes(names[random.Next(names.Length)]), .. content]);
        }

        return [.. all];
    }

    private static byte[] Units(Random random, int size)
    {
        byte[] kinds = [0x67, 0x68, 0x65, 0x41, 0x06, 0x09];
        var all = new List<byte>();
        while (all.Count < size)
            all.AddRange([0, 0, 0, 1, kinds[random.Next(kinds.Length)], .. NoiseContent.Uniform(random, random.Next(10, 700))]);
        return [.. all];
    }

    private static byte[] Samples(Random random, int size)
    {
        var bytes = new byte[size + 2];
        var (pitch, loudness) = (random.Next(3, 60), random.Next(100, 20_000));
        for (var at = 0; at < size; at += 2)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at), (short)((loudness * Math.Sin(at / (double)pitch)) + random.Next(50)));
        return bytes;
    }

    private static byte[] Rows(Random random, int size)
    {
        var pixel = NoiseContent.Uniform(random, 3);
        return [.. Enumerable.Range(0, size).Select(at => (byte)(pixel[at % 3] + random.Next(4)))];
    }
}
