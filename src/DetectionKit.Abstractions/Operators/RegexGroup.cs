namespace DetectionKit.Abstractions.Operators;

/// <summary>A capturing group of a <see cref="TextRegex"/>.</summary>
/// <param name="Number">Its number, counted by opening parentheses from 1.</param>
/// <param name="Name">Its name, or null.</param>
public readonly record struct RegexGroup(int Number, string? Name);
