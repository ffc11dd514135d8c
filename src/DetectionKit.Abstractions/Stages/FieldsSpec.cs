using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>fields</c>: keeps or removes columns; patterns may hold <c>*</c>. What is kept keeps its order; internal columns (<c>_time _raw</c>) stay unless removed by name.</summary>
/// <param name="Patterns">Names or patterns.</param>
/// <param name="Remove">Whether the columns are removed, not kept.</param>
public sealed record FieldsSpec(ImmutableArray<string> Patterns, bool Remove) : StageSpec;
