using System.Collections.Immutable;

namespace DetectionKit.Language.Content;

/// <summary>What a row means for whom.</summary>
/// <param name="Message">The alert's text, with <c>$field$</c>.</param>
/// <param name="Objects">Who is at risk, and how much.</param>
/// <param name="Threats">What the threat is known by.</param>
public sealed record RiskSyntax(Located<string>? Message, ImmutableArray<RiskObject> Objects, ImmutableArray<ThreatObject> Threats);

/// <summary>A field whose value is at risk.</summary>
/// <param name="Field">The row's field.</param>
/// <param name="Type">Its kind: <c>system</c>, <c>user</c>, <c>other</c>; in the 2024 generation an observable's type.</param>
/// <param name="Score">1 to 100, or null.</param>
public sealed record RiskObject(Located<string> Field, Located<string>? Type, int? Score);

/// <summary>A field whose value names the threat.</summary>
/// <param name="Field">The row's field.</param>
/// <param name="Type">Its kind.</param>
public sealed record ThreatObject(Located<string> Field, Located<string>? Type);
