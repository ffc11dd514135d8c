using System.Collections.Immutable;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Rename;

/// <summary><c>rename a AS b, ...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Pairs">Old and new names in order.</param>
internal sealed record RenameSyntax(TextSpan Span, TextSpan Keyword, ImmutableArray<(NameSyntax From, NameSyntax To)> Pairs) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("rename", Pairs.Select(pair => $"{pair.From.Describe()}->{pair.To.Describe()}"));
}
