using System.Collections.Immutable;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Replace;

/// <summary><c>replace "a*" WITH b, c WITH d IN field, field</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Pairs">The patterns and their replacements.</param>
/// <param name="Fields">The fields; empty: all.</param>
internal sealed record ReplaceSyntax(
    TextSpan Span, TextSpan Keyword, ImmutableArray<(NameSyntax From, NameSyntax To)> Pairs, ImmutableArray<NameSyntax> Fields) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "replace",
        [
            .. Pairs.Select(pair => $"{pair.From.Describe()}->{pair.To.Describe()}"),
            Fields.IsEmpty ? "" : $"in=({string.Join(' ', Fields.Select(name => name.Describe()))})",
        ]);
}
