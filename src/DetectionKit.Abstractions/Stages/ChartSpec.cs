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
/// <param name="Range">From when to when buckets of time reach where no row is, or null: from the first row to the last.</param>
/// <param name="Computed">The columns of each cell, where its subsearch computes them from the aggregates (<c>eval(avg(a)/max(b))</c>); empty: the aggregates'.</param>
/// <param name="DistinctBy">Whether a column that holds one value several times counts there once (<c>dedup_splitvals=true</c>).</param>
public sealed record ChartSpec(
    string RowColumn,
    BucketSpan? RowSpan,
    int Bins,
    BucketSpan? MinSpan,
    string? Align,
    bool Fill,
    ChartSplit? Split,
    ImmutableArray<AggregateFunction> Functions,
    ChartRange? Range,
    ImmutableArray<string> Computed,
    bool DistinctBy = false) : StageSpec;

/// <summary>The time that a search is about.</summary>
/// <param name="Earliest">Its start as written, or null.</param>
/// <param name="Latest">Its end as written, or null: now.</param>
/// <param name="Fixed">Whether buckets reach from one to the other (<c>fixedrange</c>).</param>
/// <param name="Partial">Whether the first and last bucket are there although they lie across the start or the end.</param>
public sealed record ChartRange(string? Earliest, string? Latest, bool Fixed, bool Partial);

/// <summary>What is done with the values that make columns.</summary>
/// <param name="Column">The column that holds them.</param>
/// <param name="Span">How wide their buckets are; null: as they are.</param>
/// <param name="Choice">Which of them get a column of their own.</param>
/// <param name="Other">The column of all others, or null: they are left out.</param>
/// <param name="Null">The column of rows that lack the splitting column, or null: they are left out.</param>
/// <param name="Format">How a column is named where there are several aggregates: <c>$AGG$: $VAL$</c>.</param>
public sealed record ChartSplit(string Column, BucketSpan? Span, SeriesChoice Choice, string? Other, string? Null, string Format);

/// <summary>Which values get a column of their own: <c>limit=top5</c>, <c>WHERE max in bottom3</c>, <c>WHERE avg &gt; 10</c>. Ties go by the values' text.</summary>
/// <param name="Score">The aggregate that is taken of a value's cells, those of the chart's first aggregate; <c>count</c>: how many rows have the value.</param>
/// <param name="Limit">How many with the highest score; 0: all.</param>
/// <param name="Bottom">Those with the lowest instead.</param>
/// <param name="Denied">Those that would not be kept instead.</param>
/// <param name="Above">The score must be greater, or null.</param>
/// <param name="Below">The score must be less, or null.</param>
public sealed record SeriesChoice(string Score, int Limit, bool Bottom = false, bool Denied = false, double? Above = null, double? Below = null);
