using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>chart</c> and <c>timechart</c>: a row for each value of one column, and, where a second column splits it, a column for each of that one's values.</summary>
/// <param name="RowColumn">The column whose values make rows; rows that lack it do not count.</param>
/// <param name="RowSpan">How wide its buckets are; null: as they are, or of time as wide as makes no more than <paramref name="Bins"/>.</param>
/// <param name="Bins">How many buckets there are at most where no width is given; 0: values are no buckets.</param>
/// <param name="MinSpan">The least width, or null.</param>
/// <param name="Align">The time from which buckets are counted, as a modifier, or null.</param>
/// <param name="Fill">Whether buckets of time without rows are there too.</param>
/// <param name="Split">The column whose values make columns, and what is done with them; null: there is none.</param>
/// <param name="Functions">The aggregates.</param>
public sealed record ChartSpec(
    string RowColumn,
    BucketSpan? RowSpan,
    int Bins,
    BucketSpan? MinSpan,
    string? Align,
    bool Fill,
    ChartSplit? Split,
    ImmutableArray<AggregateFunction> Functions) : StageSpec;

/// <summary>What is done with the values that make columns.</summary>
/// <param name="Column">The column that holds them.</param>
/// <param name="Span">How wide their buckets are; null: as they are.</param>
/// <param name="Limit">How many get a column of their own: those whose first aggregate sums up to the most; 0: all.</param>
/// <param name="Bottom">Whether those with the least are kept instead.</param>
/// <param name="Other">The column of all others, or null: they are left out.</param>
/// <param name="Null">The column of rows that lack the splitting column, or null: they are left out.</param>
/// <param name="Format">How a column is named where there are several aggregates: <c>$AGG$: $VAL$</c>.</param>
public sealed record ChartSplit(string Column, BucketSpan? Span, int Limit, bool Bottom, string? Other, string? Null, string Format);
