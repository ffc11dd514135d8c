namespace DetectionKit.Abstractions.Stages;

/// <summary><c>makecontinuous</c>: puts a column into buckets, and adds a row for each bucket between the first and the last that has none.</summary>
/// <param name="Column">The column.</param>
/// <param name="Span">How wide a bucket is; null: as wide as makes no more than <paramref name="Bins"/>.</param>
/// <param name="Bins">How many buckets there are at most where no width is given.</param>
/// <param name="Start">From where buckets reach, or null: from the first value.</param>
/// <param name="End">To where buckets reach, exclusive, or null: to the last value.</param>
public sealed record MakeContinuousSpec(string Column, BucketSpan? Span, int Bins, double? Start, double? End) : StageSpec;
