namespace DetectionKit.Abstractions.Rows;

/// <summary>The simplest expression: a column as it is.</summary>
public static class Column
{
    /// <summary>An expression that gives the column's value.</summary>
    /// <param name="name">The column.</param>
    public static RowExpression Of(string name) => (row, _) => row[name];
}
