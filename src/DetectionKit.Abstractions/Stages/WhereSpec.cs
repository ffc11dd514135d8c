using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>where</c>, and <c>search</c> after the first command: keeps the rows for which the condition is true.</summary>
/// <param name="Condition">The condition.</param>
public sealed record WhereSpec(RowPredicate Condition) : StageSpec;
