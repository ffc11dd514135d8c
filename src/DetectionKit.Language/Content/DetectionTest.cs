using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content;

/// <summary>One entry of <c>tests</c>: on its data the detection must yield a row.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AttackData">What it is run on.</param>
/// <param name="Span">Where it stands.</param>
public sealed record DetectionTest(Located<string>? Name, ImmutableArray<AttackData> AttackData, SourceSpan Span);

/// <summary>One entry of <c>attack_data</c>.</summary>
/// <param name="Data">A path in the repository, or a URL.</param>
/// <param name="Source"><c>source</c> of the events.</param>
/// <param name="SourceType"><c>sourcetype</c>, which picks the reader.</param>
/// <param name="CustomIndex"><c>custom_index</c>, where given.</param>
public sealed record AttackData(Located<string> Data, Located<string>? Source, Located<string>? SourceType, Located<string>? CustomIndex);
