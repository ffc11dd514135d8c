namespace DetectionKit.Abstractions.Stages;

/// <summary><c>transpose</c>: rows become columns.</summary>
/// <param name="Limit">How many rows are turned; 0: all.</param>
/// <param name="NameColumn">The column that holds the former columns' names.</param>
/// <param name="HeaderColumn">The column whose values name the new columns; null: <c>row 1</c> and so on.</param>
/// <param name="IncludeEmpty">Whether columns without a value are there too.</param>
public sealed record TransposeSpec(int Limit, string NameColumn, string? HeaderColumn, bool IncludeEmpty) : StageSpec;
