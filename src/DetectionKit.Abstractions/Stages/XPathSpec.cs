namespace DetectionKit.Abstractions.Stages;

/// <summary><c>xpath</c>: takes what a path finds out of XML.</summary>
/// <param name="Path">The path.</param>
/// <param name="Input">The column that holds the XML.</param>
/// <param name="Output">The column that gets what is found.</param>
/// <param name="Default">What it gets where nothing is found, or null.</param>
public sealed record XPathSpec(string Path, string Input, string Output, string? Default) : StageSpec;
