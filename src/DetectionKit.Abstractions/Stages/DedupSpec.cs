using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>dedup</c>: keeps the first rows of each combination of the columns' values, in the order in which they come.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Keep">How many rows of a combination are kept.</param>
/// <param name="KeepEvents">Whether further rows stay without the columns.</param>
/// <param name="KeepEmpty">Whether rows that lack a column stay.</param>
/// <param name="Consecutive">Whether only neighbours count as the same.</param>
/// <param name="SortBy">How the result is sorted first; empty: as it comes.</param>
public sealed record DedupSpec(ImmutableArray<string> Columns, int Keep, bool KeepEvents, bool KeepEmpty, bool Consecutive, ImmutableArray<SortKey> SortBy) : StageSpec;
