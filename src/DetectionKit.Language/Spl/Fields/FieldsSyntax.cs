using System.Collections.Immutable;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Fields;

/// <summary><c>fields a, b*</c>, <c>fields - a</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Remove">Whether a minus stands before the names.</param>
/// <param name="Names">The names and patterns in order.</param>
internal sealed record FieldsSyntax(TextSpan Span, TextSpan Keyword, bool Remove, ImmutableArray<NameSyntax> Names) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(Remove ? "fields -" : "fields", Names.Select(name => name.Describe()));
}
