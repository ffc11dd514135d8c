using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Rows;

/// <summary>An eval expression, compiled.</summary>
/// <param name="row">The row; not changed.</param>
/// <param name="context">The run.</param>
public delegate Value RowExpression(Row row, RunContext context);

/// <summary>A where or search condition, compiled; false when not known.</summary>
/// <param name="row">The row; not changed.</param>
/// <param name="context">The run.</param>
public delegate bool RowPredicate(Row row, RunContext context);
