using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Foreach;

/// <summary><c>foreach a* [eval ...]</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Mode">What is gone through.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Names">How it writes its templates.</param>
/// <param name="Subsearch">What is done each time.</param>
internal sealed record ForeachSyntax(TextSpan Span, TextSpan Keyword, ForeachMode Mode, ImmutableArray<NameSyntax> Fields, TemplateNames Names, SubsearchSyntax Subsearch) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() =>
        List("foreach", [Mode == ForeachMode.Multifield ? "" : $"mode={Mode}", .. Fields.Select(field => field.Describe()), Subsearch.Describe()]);
}
