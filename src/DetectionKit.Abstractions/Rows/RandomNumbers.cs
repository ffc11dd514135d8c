namespace DetectionKit.Abstractions.Rows;

/// <summary>A row of numbers that look random (SplitMix64), each run's the same. Safe for several threads.</summary>
public sealed class RandomNumbers
{
    private const long Step = unchecked((long)0x9E3779B97F4A7C15);
    private long _state;

    /// <summary>The next one, from 0 to 2^31 - 1.</summary>
    public int Next()
    {
        var mixed = unchecked((ulong)Interlocked.Add(ref _state, Step));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return (int)((mixed ^ (mixed >> 31)) & int.MaxValue);
    }
}
