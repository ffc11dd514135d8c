using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>top</c> and <c>rare</c>: the most or least frequent combinations of values, with how often and what share that is.</summary>
/// <param name="Columns">The columns whose values are counted; rows that lack one do not count.</param>
/// <param name="By">The columns by which they are counted apart.</param>
/// <param name="Limit">How many combinations are given for each group; 0: all.</param>
/// <param name="Rarest">Whether the least frequent come first.</param>
/// <param name="CountColumn">The column that gets the count, or null.</param>
/// <param name="PercentColumn">The column that gets the share in percent, or null.</param>
/// <param name="Other">The text of the row for all that the limit leaves out, or null.</param>
public sealed record TopSpec(
    ImmutableArray<string> Columns, ImmutableArray<string> By, int Limit, bool Rarest, string? CountColumn, string? PercentColumn, string? Other) : StageSpec;
