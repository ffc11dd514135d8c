using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>filldown</c>: absent values become the last one above.</summary>
/// <param name="Patterns">The columns; may hold <c>*</c>; empty: all but internal ones.</param>
public sealed record FillDownSpec(ImmutableArray<string> Patterns) : StageSpec;
