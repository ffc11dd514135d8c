namespace DetectionKit.Traffic;

/// <summary>The ordinal order of names, where a program starts: what the runtime has for that is compiled as the program runs.</summary>
public static class NameOrder
{
    /// <summary>As <see cref="string.CompareOrdinal(string, string)"/> does.</summary>
    /// <param name="one">One name.</param>
    /// <param name="other">Another.</param>
    public static int Compare(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        for (var at = 0; at < one.Length && at < other.Length; at++)
        {
            if (one[at] != other[at])
                return one[at] - other[at];
        }

        return one.Length - other.Length;
    }
}
