using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Map;

/// <summary><c>map search="search a=$b$" maxsearches=10</c>, <c>map [search a=$b$]</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Subsearch">The search.</param>
/// <param name="MaxSearches">For how many rows it runs at most.</param>
internal sealed record MapSyntax(TextSpan Span, TextSpan Keyword, SubsearchSyntax Subsearch, int MaxSearches) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("map", $"max={MaxSearches}", Subsearch.Describe());
}
