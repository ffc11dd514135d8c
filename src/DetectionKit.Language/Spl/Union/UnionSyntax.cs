using System.Collections.Immutable;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Union;

/// <summary><c>union [ ... ] [ ... ]</c>, <c>multisearch [ ... ] [ ... ]</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Limit">How many rows of each are taken at most; 0: all.</param>
/// <param name="Subsearches">Where they come from.</param>
internal sealed record UnionSyntax(TextSpan Span, TextSpan Keyword, int Limit, ImmutableArray<SubsearchSyntax> Subsearches) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("union", [$"limit={Limit}", .. Subsearches.Select(subsearch => subsearch.Describe())]);
}
