namespace DetectionKit.Abstractions.Stages;

/// <summary><c>contingency</c>: how often each value of one column stands beside each value of another.</summary>
/// <param name="Rows">The column whose values make rows.</param>
/// <param name="Columns">The column whose values make columns.</param>
/// <param name="MaxRows">How many rows at most, the most frequent ones; 0: all.</param>
/// <param name="MaxColumns">How many columns at most; 0: all.</param>
/// <param name="RowCover">How large a share of the counts the rows have to cover, from 0 to 1.</param>
/// <param name="ColumnCover">As <paramref name="RowCover"/>, of the columns.</param>
/// <param name="Total">The name of the row and the column of totals, or null: there are none.</param>
public sealed record ContingencySpec(string Rows, string Columns, int MaxRows, int MaxColumns, double RowCover, double ColumnCover, string? Total) : StageSpec;
