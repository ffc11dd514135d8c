using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Format;

/// <summary><c>format "(" "(" "AND" ")" "OR" ")"</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Spec">What stands where.</param>
internal sealed record FormatSyntax(TextSpan Span, TextSpan Keyword, FormatSpec Spec) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "format",
        [
            .. new[] { Spec.Open, Spec.RowOpen, Spec.Between, Spec.RowClose, Spec.BetweenRows, Spec.Close }.Select(text => $"\"{text}\""),
            $"mvsep=\"{Spec.BetweenItems}\"",
            $"emptystr=\"{Spec.Empty}\"",
            Spec.Limit == 0 ? "" : $"limit={Spec.Limit}",
        ]);
}
