using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>replace</c>: values that fit a pattern as a whole become another text. A pattern without <c>*</c> goes before one with, a later one before an earlier, a longer before a shorter.</summary>
/// <param name="Pairs">The patterns and what comes in their place, whose <c>*</c> stand for what the pattern's stood for.</param>
/// <param name="Columns">The columns; empty: all but internal ones.</param>
public sealed record ReplaceSpec(ImmutableArray<RenamePair> Pairs, ImmutableArray<string> Columns) : StageSpec;
