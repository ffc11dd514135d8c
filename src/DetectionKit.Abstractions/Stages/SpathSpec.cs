namespace DetectionKit.Abstractions.Stages;

/// <summary><c>spath</c>: what a path finds in a text of JSON or XML; without a path, everything under its own path.</summary>
/// <param name="Input">The column that holds the text.</param>
/// <param name="Output">The column that gets what is found; null: without a path.</param>
/// <param name="Path">The path: <c>a.b{}.c</c>, <c>a{0}</c>, <c>a{@id}</c>; null: all paths.</param>
public sealed record SpathSpec(string Input, string? Output, string? Path) : StageSpec;
