using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>strcat</c>: columns and texts joined into one.</summary>
/// <param name="Parts">The parts in order.</param>
/// <param name="As">The column that gets the text.</param>
/// <param name="AllRequired">Whether a row that lacks a column gets nothing.</param>
public sealed record StrCatSpec(ImmutableArray<StrCatPart> Parts, string As, bool AllRequired) : StageSpec;

/// <summary>A column, or a text.</summary>
/// <param name="Text">The column's name, or the text.</param>
/// <param name="IsColumn">Which.</param>
public sealed record StrCatPart(string Text, bool IsColumn);
