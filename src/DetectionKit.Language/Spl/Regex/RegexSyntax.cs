using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Regex;

/// <summary><c>regex field="expression"</c>, <c>regex field!="expression"</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Field">The field; null: <c>_raw</c>.</param>
/// <param name="Expression">The regular expression.</param>
/// <param name="Negate">Whether rows that match go.</param>
internal sealed record RegexSyntax(TextSpan Span, TextSpan Keyword, NameSyntax? Field, NameSyntax Expression, bool Negate) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("regex", Field?.Describe() ?? "", Negate ? "!=" : "=", Expression.Describe());
}
