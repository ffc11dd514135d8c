using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Installation;

/// <summary><c>rest /services/server/info</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Name">Its name, in lower case.</param>
internal sealed record InstallationSyntax(TextSpan Span, TextSpan Keyword, string Name) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(Name);
}
