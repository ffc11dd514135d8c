using DetectionKit.Abstractions.Operators;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>rex</c>: the named groups of a match become columns. Each item of a multivalue is searched. Without a match nothing changes.</summary>
/// <param name="Column">The column that is searched.</param>
/// <param name="Expression">The regular expression.</param>
/// <param name="MaxMatch">How many matches of an item are used; more than one make a multivalue; 0: all.</param>
/// <param name="OffsetColumn">The column that gets where each group matched: <c>name=0-9</c>, joined by <c>&amp;</c>; null: none.</param>
public sealed record RexSpec(string Column, TextRegex Expression, int MaxMatch, string? OffsetColumn) : StageSpec;
