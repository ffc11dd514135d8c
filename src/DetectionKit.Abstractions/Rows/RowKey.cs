namespace DetectionKit.Abstractions.Rows;

/// <summary>The by-values of a row that a grouping made. Immutable as far as <see cref="Text"/> goes, which is made when asked for: most rows are dropped before.</summary>
public abstract class RowKey
{
    /// <summary>The values as one text: no two combinations share one. It names the row across revisions.</summary>
    public abstract string Text { get; }
}
