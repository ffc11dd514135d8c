using System.Collections.Immutable;

namespace DetectionKit.Testing.Snapshots;

/// <summary>How a row differs between what is expected and what was found.</summary>
public enum DifferenceKind
{
    /// <summary>Found, but not expected.</summary>
    Added,

    /// <summary>Expected, but not found.</summary>
    Removed,

    /// <summary>Found with some other values.</summary>
    Changed,

    /// <summary>Found, but in another place among the rows.</summary>
    Moved,
}

/// <summary>One row that differs.</summary>
/// <param name="Kind">How.</param>
/// <param name="Dataset">On which dataset.</param>
/// <param name="Cells">Its columns in order.</param>
public sealed record RowDifference(DifferenceKind Kind, string Dataset, ImmutableArray<CellDifference> Cells);

/// <summary>One cell of a row that differs; for a cell that is alike on both sides, both texts are the same.</summary>
/// <param name="Column">The column.</param>
/// <param name="Expected">The text that the snapshot has; null: none.</param>
/// <param name="Found">The text that was found; null: none.</param>
public sealed record CellDifference(string Column, string? Expected, string? Found)
{
    /// <summary>Whether both sides are alike.</summary>
    public bool IsSame => string.Equals(Expected, Found, StringComparison.Ordinal);
}
