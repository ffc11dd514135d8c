using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.AppendPipe;

/// <summary><c>appendpipe [ ... ]</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Subsearch">What is done with the rows.</param>
internal sealed record AppendPipeSyntax(TextSpan Span, TextSpan Keyword, SubsearchSyntax Subsearch) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("appendpipe", Subsearch.Describe());
}
