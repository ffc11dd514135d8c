using System.Collections.Immutable;
using DetectionKit.Abstractions.Operators;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>rex mode=sed</c>: edits the texts of a column in place.</summary>
/// <param name="Column">The column.</param>
/// <param name="Edits">The edits in order.</param>
public sealed record SedSpec(string Column, ImmutableArray<SedEdit> Edits) : StageSpec;

/// <summary>One edit: <c>s/expression/replacement/</c>, or <c>y/from/to/</c> where there is no expression.</summary>
/// <param name="Expression">What is replaced; null: single characters are.</param>
/// <param name="From">The characters that are replaced, one for one.</param>
/// <param name="To">What comes in their place; of an expression, with <c>\1</c> for the first group.</param>
/// <param name="Occurrence">Which match is replaced, counted from 1; 0: every one.</param>
public sealed record SedEdit(TextRegex? Expression, string From, string To, int Occurrence);
