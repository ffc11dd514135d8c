namespace DetectionKit.Language.Text;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
/// <param name="Start">Offset of the first unit.</param>
/// <param name="Length">How many units; 0 marks a place between two.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset behind the last unit.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <param name="start">Offset of the first unit.</param>
    /// <param name="end">The offset behind the last.</param>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
