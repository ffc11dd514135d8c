using System.Collections.Immutable;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.FillNull;

/// <summary><c>fillnull value=x a b</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Value">The value, or null: 0.</param>
/// <param name="Fields">The fields; none: all.</param>
internal sealed record FillNullSyntax(TextSpan Span, TextSpan Keyword, NameSyntax? Value, ImmutableArray<NameSyntax> Fields) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("fillnull", [Value is null ? "" : $"value={Value.Describe()}", .. Fields.Select(name => name.Describe())]);
}
