namespace DetectionKit.Abstractions.Stages;

/// <summary><c>extract</c>: pairs of keys and values in <c>_raw</c> become columns.</summary>
/// <param name="PairDelimiters">The characters that stand between pairs; null: blanks, commas and their like, with values in quotes.</param>
/// <param name="KeyDelimiters">The characters that stand between a key and its value; null: <c>=</c>.</param>
/// <param name="Limit">How many pairs are taken at most.</param>
/// <param name="MaxChars">How many characters are looked at.</param>
/// <param name="AddValues">Whether a key that comes again makes a multivalue; else its first value stays.</param>
/// <param name="CleanKeys">Whether characters that are no letter, digit or underscore become underscores in keys.</param>
public sealed record ExtractSpec(string? PairDelimiters, string? KeyDelimiters, int Limit, int MaxChars, bool AddValues, bool CleanKeys) : StageSpec;
