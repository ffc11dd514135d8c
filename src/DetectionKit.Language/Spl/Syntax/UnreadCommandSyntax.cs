using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Syntax;

/// <summary>A command that is not built or not known: reported already; what it would do to the rows is not known.</summary>
/// <param name="Span">Its name.</param>
/// <param name="Keyword">Its name.</param>
internal sealed record UnreadCommandSyntax(TextSpan Span, TextSpan Keyword) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => "(unread)";
}
