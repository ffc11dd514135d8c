using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.MvExpand;

/// <summary><c>mvexpand field limit=10</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Field">The field.</param>
/// <param name="Limit">How many values of a row are used; 0: all.</param>
internal sealed record MvExpandSyntax(TextSpan Span, TextSpan Keyword, NameSyntax Field, int Limit) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("mvexpand", Field.Describe(), Limit > 0 ? $"limit={Limit}" : "");
}
