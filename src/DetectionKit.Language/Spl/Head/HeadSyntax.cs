using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Head;

/// <summary><c>head 10</c>, <c>head (count&gt;5)</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Limit">How many rows; null: not said.</param>
/// <param name="While">As long as this is true; null: not said.</param>
/// <param name="KeepLast">Whether the row that ends it is kept.</param>
/// <param name="PassesNull">Whether a row of which the condition is unknown does not end it.</param>
internal sealed record HeadSyntax(TextSpan Span, TextSpan Keyword, int? Limit, ExpressionSyntax? While, bool KeepLast, bool PassesNull) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("head", [Limit is { } limit ? $"limit={limit}" : "", While?.Describe() ?? "", KeepLast ? "keeplast" : "", PassesNull ? "null" : ""]);
}
