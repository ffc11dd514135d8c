using System.Collections.Immutable;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Table;

/// <summary><c>table a, b*</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Names">The names and patterns in order.</param>
internal sealed record TableSyntax(TextSpan Span, TextSpan Keyword, ImmutableArray<NameSyntax> Names) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("table", Names.Select(name => name.Describe()));
}
