namespace DetectionKit.Abstractions.Stages;

/// <summary><c>concurrency</c>: how many events were going on when one began, itself included.</summary>
/// <param name="Duration">The column that holds how long an event lasts, in seconds.</param>
/// <param name="Start">The column that holds when it began.</param>
/// <param name="As">The column that gets the number.</param>
public sealed record ConcurrencySpec(string Duration, string Start, string As) : StageSpec;
