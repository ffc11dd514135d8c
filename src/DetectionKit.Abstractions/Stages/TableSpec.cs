using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>table</c>: exactly these columns, in this order; a pattern's matches come in the row's order.</summary>
/// <param name="Patterns">Names or patterns.</param>
public sealed record TableSpec(ImmutableArray<string> Patterns) : StageSpec;
