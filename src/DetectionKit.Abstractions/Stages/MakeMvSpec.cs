using DetectionKit.Abstractions.Operators;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>makemv</c>: cuts a text into several values.</summary>
/// <param name="Column">The column.</param>
/// <param name="Delimiter">What stands between values.</param>
/// <param name="Tokenizer">Finds the values instead: the first group of each match; or null.</param>
/// <param name="AllowEmpty">Whether two delimiters in a row have an empty value between them.</param>
public sealed record MakeMvSpec(string Column, string Delimiter, TextRegex? Tokenizer, bool AllowEmpty) : StageSpec;
