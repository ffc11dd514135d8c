using DetectionKit.Abstractions.Operators;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>regex</c>: keeps the rows of which a value of the column matches; or, negated, those of which none does.</summary>
/// <param name="Column">The column.</param>
/// <param name="Expression">The regular expression.</param>
/// <param name="Negate">Whether rows that match go.</param>
public sealed record RegexSpec(string Column, TextRegex Expression, bool Negate) : StageSpec;
