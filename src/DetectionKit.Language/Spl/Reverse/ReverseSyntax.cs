using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Reverse;

/// <summary><c>reverse</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
internal sealed record ReverseSyntax(TextSpan Span, TextSpan Keyword) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => "(reverse)";
}
