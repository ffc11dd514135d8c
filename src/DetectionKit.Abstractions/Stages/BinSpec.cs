namespace DetectionKit.Abstractions.Stages;

/// <summary><c>bin</c>: puts a time or a number into its bucket: times become the bucket's beginning, numbers <c>10-20</c>.</summary>
/// <param name="Column">The column.</param>
/// <param name="As">The column that gets the bucket.</param>
/// <param name="Span">How wide the buckets are; null: as wide as makes no more than <paramref name="Bins"/>.</param>
/// <param name="Bins">How many buckets there are at most.</param>
/// <param name="MinSpan">The least width, or null.</param>
/// <param name="Start">The least value that is reckoned with, or null: that of the rows.</param>
/// <param name="End">The largest value that is reckoned with, or null.</param>
/// <param name="Align">The time from which buckets are counted, as a modifier, or null.</param>
public sealed record BinSpec(string Column, string As, BucketSpan? Span, int Bins, BucketSpan? MinSpan, double? Start, double? End, string? Align) : StageSpec;
