namespace DetectionKit.Testing.Synthesis.Content;

/// <summary>Bytes without any order.</summary>
internal static class NoiseContent
{
    public static IEnumerable<ForeignContent> All =>
    [
        new("random", "uniform", Uniform),
        new("random", "few values", FewValues),
        new("random", "seven bits", (random, size) => Array.ConvertAll(Uniform(random, size), value => (byte)(value & 0x7F))),
        new("random", "small numbers", (random, size) => Array.ConvertAll(Uniform(random, size), value => (byte)(value % 24))),
        new("random", "one value", (random, size) => [.. Enumerable.Repeat((byte)random.Next(256), size)]),
    ];

    /// <summary>Each byte by itself, each value as likely as any other.</summary>
    public static byte[] Uniform(Random random, int size)
    {
        var bytes = new byte[size];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] FewValues(Random random, int size)
    {
        var values = Uniform(random, random.Next(2, 9));
        return [.. Enumerable.Range(0, size).Select(_ => values[random.Next(values.Length)])];
    }
}
