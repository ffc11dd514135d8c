using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Ordering;

/// <summary>Compares combinations of as many single values by what they are written as.</summary>
internal sealed class CombinationComparer : IEqualityComparer<Value[]>
{
    public static CombinationComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Value[]? x, Value[]? y)
    {
        for (var i = 0; i < x!.Length; i++)
        {
            if (!ValueText.Equal(x[i], y![i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode(Value[] obj)
    {
        var hash = 17;
        foreach (var value in obj)
            hash = (hash * 31) + ValueText.Hash(value);
        return hash;
    }
}
