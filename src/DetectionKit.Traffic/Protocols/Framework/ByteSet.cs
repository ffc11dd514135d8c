namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>A set of byte values. Immutable.</summary>
public sealed class ByteSet
{
    private readonly bool[] _members = new bool[256];

    private ByteSet()
    {
    }

    /// <summary>Every byte.</summary>
    public static ByteSet Any { get; } = Where(_ => true);

    /// <summary>Upper- and lower-case ASCII letters.</summary>
    public static ByteSet Letters { get; } = Where(b => char.IsAsciiLetter((char)b));

    /// <summary>ASCII digits.</summary>
    public static ByteSet Digits { get; } = Where(b => char.IsAsciiDigit((char)b));

    /// <summary>Whether every byte belongs to it.</summary>
    internal bool IsAny => ReferenceEquals(this, Any);

    /// <summary>Whether a byte belongs to it.</summary>
    /// <param name="value">The byte.</param>
    public bool Contains(byte value) => _members[value];

    /// <summary>These bytes.</summary>
    /// <param name="values">The bytes.</param>
    public static ByteSet Of(params ReadOnlySpan<byte> values)
    {
        var set = new ByteSet();
        foreach (var value in values)
            set._members[value] = true;
        return set;
    }

    /// <summary>The bytes from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <param name="first">The lowest.</param>
    /// <param name="last">The highest, included.</param>
    public static ByteSet Range(byte first, byte last) => Where(b => b >= first && b <= last);

    /// <summary>The bytes for which a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    public static ByteSet Where(Func<byte, bool> condition)
    {
        var set = new ByteSet();
        for (var value = 0; value < 256; value++)
            set._members[value] = condition((byte)value);
        return set;
    }

    /// <summary>The bytes of either set.</summary>
    /// <param name="other">The other set.</param>
    public ByteSet Or(ByteSet other)
    {
        var set = new ByteSet();
        for (var value = 0; value < 256; value++)
            set._members[value] = _members[value] || other._members[value];
        return set;
    }
}
