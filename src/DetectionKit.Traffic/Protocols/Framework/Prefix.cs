namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>
/// What the first bytes of a message can be, position by position: the precomputed table asks only the identifiers whose prefixes allow the
/// first bytes seen. A position left out allows any byte; positions behind the data's end are not looked at. At most the first
/// <see cref="Depth"/> bytes count.
/// </summary>
/// <param name="Sets">The sets of positions 0, 1, and so on.</param>
public sealed record Prefix(params ByteSet[] Sets)
{
    /// <summary>How many positions the table looks at.</summary>
    public const int Depth = 8;

    /// <summary>Allows anything.</summary>
    public static Prefix Any { get; } = new();

    /// <summary>Allows this text only (case matters), cut to the table's depth.</summary>
    /// <param name="text">ASCII text.</param>
    public static Prefix Text(string text)
    {
        var sets = new ByteSet[Math.Min(text.Length, Depth)];
        for (var i = 0; i < sets.Length; i++)
            sets[i] = ByteSet.Of((byte)text[i]);
        return new(sets);
    }

    /// <summary>A prefix for each of these texts.</summary>
    /// <param name="texts">ASCII texts.</param>
    public static Prefix[] Texts(params ReadOnlySpan<string> texts)
    {
        var prefixes = new Prefix[texts.Length];
        for (var i = 0; i < texts.Length; i++)
            prefixes[i] = Text(texts[i]);
        return prefixes;
    }

    /// <summary>Allows these bytes only, cut to the table's depth.</summary>
    /// <param name="bytes">The bytes.</param>
    public static Prefix Bytes(params byte[] bytes)
    {
        var sets = new ByteSet[Math.Min(bytes.Length, Depth)];
        for (var i = 0; i < sets.Length; i++)
            sets[i] = ByteSet.Of(bytes[i]);
        return new(sets);
    }
}
