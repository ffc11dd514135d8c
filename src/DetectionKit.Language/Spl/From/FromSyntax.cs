using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.From;

/// <summary><c>from datamodel:"Web.Web"</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Kind">What kind of dataset is read, in lower case: <c>datamodel</c>, <c>lookup</c>.</param>
/// <param name="Dataset">Its name.</param>
internal sealed record FromSyntax(TextSpan Span, TextSpan Keyword, string Kind, NameSyntax Dataset) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("from", Kind, Dataset.Describe());
}
