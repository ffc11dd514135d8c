namespace DetectionKit.Abstractions.Stages;

/// <summary>A stretch of the rows: <c>inputlookup start= max=</c>.</summary>
/// <param name="Start">How many rows are passed over.</param>
/// <param name="Count">How many are kept behind them; null: all.</param>
public sealed record SliceSpec(int Start, int? Count) : StageSpec;
