using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.InputLookup;

/// <summary><c>inputlookup name WHERE ...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Table">The lookup.</param>
/// <param name="Where">The condition, or null.</param>
internal sealed record InputLookupSyntax(TextSpan Span, TextSpan Keyword, NameSyntax Table, SearchSyntax? Where) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("inputlookup", Table.Describe(), Where is null ? "" : $"where={Where.Describe()}");
}
