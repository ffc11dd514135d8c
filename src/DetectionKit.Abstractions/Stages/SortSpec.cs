using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>sort</c>: stable; numbers before texts under <see cref="SortComparison.Auto"/>; rows that lack a key come last.</summary>
/// <param name="Keys">The keys, the first weighing most.</param>
/// <param name="Limit">How many rows are kept; 0: all.</param>
public sealed record SortSpec(ImmutableArray<SortKey> Keys, int Limit) : StageSpec;

/// <summary>One key of a sort.</summary>
/// <param name="Column">The column.</param>
/// <param name="Descending">Whether the largest comes first.</param>
/// <param name="Comparison">How two values compare.</param>
public sealed record SortKey(string Column, bool Descending, SortComparison Comparison);

/// <summary>How sort compares.</summary>
public enum SortComparison
{
    /// <summary>Numbers as numbers, addresses as addresses, all else as text.</summary>
    Auto,

    /// <summary>As text.</summary>
    Text,

    /// <summary>As numbers.</summary>
    Number,

    /// <summary>As addresses.</summary>
    Ip,
}
