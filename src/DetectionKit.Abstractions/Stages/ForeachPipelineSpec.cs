using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary>
/// <c>foreach</c> with other commands than eval: its subsearch runs over all rows once for each column that fits. While it runs, what its templates name
/// stands under the templates themselves: the column under <c>&lt;&lt;FIELD&gt;&gt;</c>, a text under a double quote and the text.
/// </summary>
/// <param name="Patterns">The columns.</param>
/// <param name="Templates">The names and texts with templates.</param>
public sealed record ForeachPipelineSpec(ImmutableArray<string> Patterns, ImmutableArray<string> Templates) : StageSpec;
