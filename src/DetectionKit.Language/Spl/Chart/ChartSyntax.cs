using System.Collections.Immutable;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Chart;

/// <summary><c>chart count OVER a BY b</c>, <c>chart count BY a, b</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Functions">The aggregates.</param>
/// <param name="RowField">The field whose values make rows.</param>
/// <param name="SplitField">The field whose values make columns, or null.</param>
/// <param name="Options">The options.</param>
internal record ChartSyntax(
    TextSpan Span, TextSpan Keyword, ImmutableArray<AggregateSyntax> Functions, NameSyntax RowField, NameSyntax? SplitField, ChartOptions Options) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "chart", [.. Functions.Select(function => function.Describe()), $"over={RowField.Describe()}", SplitField is null ? "" : $"by={SplitField.Describe()}"]);
}
