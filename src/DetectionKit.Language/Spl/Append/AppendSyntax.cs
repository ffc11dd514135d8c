using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Append;

/// <summary><c>append [ ... ]</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Limit">How many rows are taken at most; 0: all.</param>
/// <param name="Subsearch">Where they come from.</param>
internal sealed record AppendSyntax(TextSpan Span, TextSpan Keyword, int Limit, SubsearchSyntax Subsearch) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("append", $"limit={Limit}", Subsearch.Describe());
}
