using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>rename</c>: pairs from left to right. <c>*</c> in the first name matches any text, which the <c>*</c> of the second carries over.</summary>
/// <param name="Pairs">The pairs in order.</param>
public sealed record RenameSpec(ImmutableArray<RenamePair> Pairs) : StageSpec;

/// <summary>One rename.</summary>
/// <param name="From">The column or pattern.</param>
/// <param name="To">The new name or pattern.</param>
public readonly record struct RenamePair(string From, string To);
