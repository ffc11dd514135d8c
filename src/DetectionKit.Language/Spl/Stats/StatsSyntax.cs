using System.Collections.Immutable;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Stats;

/// <summary><c>stats count BY ...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Functions">The aggregates in order.</param>
/// <param name="By">The by-fields in order.</param>
internal sealed record StatsSyntax(TextSpan Span, TextSpan Keyword, ImmutableArray<AggregateSyntax> Functions, ImmutableArray<NameSyntax> By)
    : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "stats",
        [.. Functions.Select(function => function.Describe()), By.IsEmpty ? "" : $"by=({string.Join(' ', By.Select(name => name.Describe()))})"]);
}
