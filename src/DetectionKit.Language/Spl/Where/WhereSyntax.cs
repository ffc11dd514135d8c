using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Where;

/// <summary><c>where condition</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Condition">The condition.</param>
internal sealed record WhereSyntax(TextSpan Span, TextSpan Keyword, ExpressionSyntax Condition) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("where", Condition.Describe());
}
