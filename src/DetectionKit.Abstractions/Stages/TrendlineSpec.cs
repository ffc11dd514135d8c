using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>trendline</c>: averages of the last so many numbers of a column.</summary>
/// <param name="Lines">The averages.</param>
public sealed record TrendlineSpec(ImmutableArray<Trendline> Lines) : StageSpec;

/// <summary>One average.</summary>
/// <param name="Kind">How numbers count.</param>
/// <param name="Period">Over how many rows.</param>
/// <param name="Column">The column.</param>
/// <param name="As">The column that gets it.</param>
public sealed record Trendline(TrendKind Kind, int Period, string Column, string As);

/// <summary>How the numbers of an average count.</summary>
public enum TrendKind
{
    /// <summary>All alike: <c>sma</c>.</summary>
    Simple,

    /// <summary>Each less than the next by the same factor: <c>ema</c>.</summary>
    Exponential,

    /// <summary>Each less than the next by the same amount: <c>wma</c>.</summary>
    Weighted,
}
