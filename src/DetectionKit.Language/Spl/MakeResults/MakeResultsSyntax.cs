using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.MakeResults;

/// <summary><c>makeresults count=3</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Count">How many rows.</param>
internal sealed record MakeResultsSyntax(TextSpan Span, TextSpan Keyword, int Count) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("makeresults", $"count={Count}");
}
