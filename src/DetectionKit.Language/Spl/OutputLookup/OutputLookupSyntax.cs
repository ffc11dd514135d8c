using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.OutputLookup;

/// <summary><c>outputlookup append=t name</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Table">The lookup.</param>
/// <param name="Spec">What is done.</param>
internal sealed record OutputLookupSyntax(TextSpan Span, TextSpan Keyword, NameSyntax Table, OutputLookupSpec Spec) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "outputlookup",
        Table.Describe(),
        Spec.Append ? "append" : "",
        Spec.Key is { } key ? $"key={key}" : "",
        Spec.Limit > 0 ? $"limit={Spec.Limit}" : "",
        Spec.EmptyTheTable ? "" : "keep");
}
