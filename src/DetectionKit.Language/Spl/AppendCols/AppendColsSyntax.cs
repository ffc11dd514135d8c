using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.AppendCols;

/// <summary><c>appendcols [ ... ]</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Spec">The options.</param>
/// <param name="Subsearch">Where the columns come from.</param>
internal sealed record AppendColsSyntax(TextSpan Span, TextSpan Keyword, AppendColsSpec Spec, SubsearchSyntax Subsearch) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("appendcols", Spec.Overwrite ? "override" : "", $"limit={Spec.Limit}", Subsearch.Describe());
}
