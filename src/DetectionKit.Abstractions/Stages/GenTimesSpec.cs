namespace DetectionKit.Abstractions.Stages;

/// <summary><c>gentimes</c>: a row for each stretch of time between two moments.</summary>
/// <param name="Start">The first moment: <c>MM/DD/YYYY</c> with or without <c>:HH:MM:SS</c>, or days counted from the midnight before now.</param>
/// <param name="End">The end, exclusive, in the same forms; null: the midnight before now.</param>
/// <param name="Increment">How long each stretch is.</param>
public sealed record GenTimesSpec(string Start, string? End, BucketSpan Increment) : StageSpec;
