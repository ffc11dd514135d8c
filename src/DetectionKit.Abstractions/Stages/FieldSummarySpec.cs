using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>fieldsummary</c>: a row for each column, with statistics of its values.</summary>
/// <param name="Patterns">The columns; none: all.</param>
/// <param name="MaxValues">How many distinct values are listed for each; 0: all.</param>
public sealed record FieldSummarySpec(ImmutableArray<string> Patterns, int MaxValues) : StageSpec;
