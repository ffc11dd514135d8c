using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.MetaSearch;

/// <summary><c>metasearch sourcetype=sysmon</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Condition">What must hold.</param>
internal sealed record MetaSearchSyntax(TextSpan Span, TextSpan Keyword, SearchSyntax Condition) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("metasearch", Condition.Describe());
}
