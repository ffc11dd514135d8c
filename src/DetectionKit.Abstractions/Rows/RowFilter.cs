namespace DetectionKit.Abstractions.Rows;

/// <summary>A condition that is known when a run ends only: what a subsearch found, read as a search. Safe to ask from one thread.</summary>
public abstract class RowFilter
{
    /// <summary>Whether the row passes.</summary>
    /// <param name="row">The row; not changed.</param>
    public abstract bool Matches(Row row);
}
