using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>rangemap</c>: the names of the ranges that a number lies in, in the column <c>range</c>.</summary>
/// <param name="Column">The column.</param>
/// <param name="Ranges">The ranges in order.</param>
/// <param name="Default">What a value in none of them gets.</param>
public sealed record RangeMapSpec(string Column, ImmutableArray<NamedRange> Ranges, string Default) : StageSpec;

/// <summary>A range with its name; both ends belong to it.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">The least number.</param>
/// <param name="To">The largest number.</param>
public sealed record NamedRange(string Name, double From, double To);
