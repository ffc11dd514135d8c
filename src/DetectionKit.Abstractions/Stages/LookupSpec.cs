using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>lookup</c>: adds the columns of the table's rows that match.</summary>
/// <param name="Table">The lookup's name in the run's tables.</param>
/// <param name="Inputs">Table columns and the row columns that they must match.</param>
/// <param name="Outputs">Table columns and the row columns that they fill; empty: all that are no input.</param>
/// <param name="KeepExisting">OUTPUTNEW: whether columns that already hold something stay.</param>
public sealed record LookupSpec(string Table, ImmutableArray<LookupField> Inputs, ImmutableArray<LookupField> Outputs, bool KeepExisting) : StageSpec;

/// <summary>A table column and its row column.</summary>
/// <param name="TableColumn">The lookup's column.</param>
/// <param name="RowColumn">The row's column.</param>
public readonly record struct LookupField(string TableColumn, string RowColumn);
