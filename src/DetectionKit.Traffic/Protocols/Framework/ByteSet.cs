namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>A set of byte values. Immutable.</summary>
public sealed class ByteSet
{
    private readonly SmallSet _members;

    private ByteSet(in SmallSet members) => _members = members;

    /// <summary>Every byte.</summary>
    public static ByteSet Any { get; } = Range(0, 255);

    /// <summary>Upper- and lower-case ASCII letters.</summary>
    public static ByteSet Letters { get; } = Range((byte)'A', (byte)'Z').Or(Range((byte)'a', (byte)'z'));

    /// <summary>ASCII digits.</summary>
    public static ByteSet Digits { get; } = Range((byte)'0', (byte)'9');

    /// <summary>Whether every byte belongs to it.</summary>
    internal bool IsAny => ReferenceEquals(this, Any);

    /// <summary>Its bytes as numbers.</summary>
    internal ref readonly SmallSet Members => ref _members;

    /// <summary>Whether a byte belongs to it.</summary>
    /// <param name="value">The byte.</param>
    public bool Contains(byte value) => _members.Has(value);

    /// <summary>These bytes.</summary>
    /// <param name="values">The bytes.</param>
    public static ByteSet Of(params ReadOnlySpan<byte> values)
    {
        var members = default(SmallSet);
        foreach (var value in values)
            members.Add(value);
        return new(in members);
    }

    /// <summary>The bytes from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <param name="first">The lowest.</param>
    /// <param name="last">The highest, included.</param>
    public static ByteSet Range(byte first, byte last)
    {
        var members = default(SmallSet);
        for (int value = first; value <= last; value++)
            members.Add(value);
        return new(in members);
    }

    /// <summary>The bytes for which a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    public static ByteSet Where(Func<byte, bool> condition)
    {
        var members = default(SmallSet);
        for (var value = 0; value < SmallSet.Capacity; value++)
        {
            if (condition((byte)value))
                members.Add(value);
        }

        return new(in members);
    }

    /// <summary>The bytes of either set.</summary>
    /// <param name="other">The other set.</param>
    public ByteSet Or(ByteSet other)
    {
        var members = _members;
        members.Or(in other._members);
        return new(in members);
    }
}
