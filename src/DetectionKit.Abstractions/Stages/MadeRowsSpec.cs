using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>makeresults data=</c>: rows that the rule itself holds.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">For each row its cells in the order of the columns: the values of each, none where the row lacks the column.</param>
/// <param name="Timed">Whether each row has <c>_time</c>, which is now.</param>
public sealed record MadeRowsSpec(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<ImmutableArray<Value>>> Rows, bool Timed) : StageSpec;
