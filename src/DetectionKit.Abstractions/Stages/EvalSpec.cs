using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>eval</c>: assignments from left to right; each sees those before it. An absent result takes the column away.</summary>
/// <param name="Assignments">The assignments in order.</param>
public sealed record EvalSpec(ImmutableArray<EvalAssignment> Assignments) : StageSpec;

/// <summary>One assignment.</summary>
/// <param name="Column">The column that is set, or a template of its name.</param>
/// <param name="Expression">What it is set to.</param>
public sealed record EvalAssignment(string Column, RowExpression Expression)
{
    private readonly bool _isTemplate = ColumnTemplate.ColumnsOf(Column).Length > 0;

    /// <summary>The column that is set in a row; null: none, since its name is made of what the row does not have.</summary>
    /// <param name="row">The row.</param>
    public string? ColumnFor(Row row) => _isTemplate ? ColumnTemplate.Fill(Column, row) : Column;
}
