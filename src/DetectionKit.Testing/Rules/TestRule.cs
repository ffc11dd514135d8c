using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Testing.Rules;

/// <summary>A detection as the test bench sees it. Immutable.</summary>
/// <param name="File">The rule's file within the repository, with forward slashes.</param>
/// <param name="FullPath">The file on this machine.</param>
/// <param name="Name">The detection's name.</param>
/// <param name="Key">Hash of everything that its rows depend on beside events: rule, macros, lookups, compiler.</param>
/// <param name="HasFalsePositives">Whether <c>known_false_positives</c> says anything.</param>
/// <param name="Tests">Its <c>tests:</c>.</param>
/// <param name="Detector">Gives the compiled detector; loaded when first asked for.</param>
public sealed record TestRule(
    string File, string FullPath, string Name, string Key, bool HasFalsePositives, ImmutableArray<RuleTest> Tests, Lazy<IDetector> Detector);

/// <summary>One entry of a rule's <c>tests:</c>: the detection must find something on its data.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Line">Where it stands in the rule's file; 0: not known.</param>
/// <param name="Data">What it is run on, all of it together.</param>
public sealed record RuleTest(string Name, int Line, ImmutableArray<TestData> Data);

/// <summary>One part of a test's data.</summary>
/// <param name="Data">A path in the repository, or a URL.</param>
/// <param name="Source"><c>source</c> of its events; null: what they say themselves.</param>
/// <param name="SourceType"><c>sourcetype</c> of its events; null: what they say themselves.</param>
public sealed record TestData(string Data, string? Source = null, string? SourceType = null);

/// <summary>A rule that did not compile: it fails the test as it fails the check.</summary>
/// <param name="File">The rule's file within the repository.</param>
/// <param name="Line">Where its first error is.</param>
/// <param name="Message">Its first error.</param>
/// <param name="Errors">How many errors there are.</param>
public sealed record BrokenRule(string File, int Line, string Message, int Errors);
