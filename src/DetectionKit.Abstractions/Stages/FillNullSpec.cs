using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>fillnull</c>: puts a value where a column is absent.</summary>
/// <param name="Fill">The value.</param>
/// <param name="Columns">The columns; empty: every column that some row has.</param>
public sealed record FillNullSpec(Value Fill, ImmutableArray<string> Columns) : StageSpec;
