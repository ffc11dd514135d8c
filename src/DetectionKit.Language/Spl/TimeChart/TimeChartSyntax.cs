using System.Collections.Immutable;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Chart;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.TimeChart;

/// <summary><c>timechart span=5m limit=0 count BY a</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Functions">The aggregates.</param>
/// <param name="SplitField">The field whose values make columns, or null.</param>
/// <param name="Options">The options.</param>
internal sealed record TimeChartSyntax(TextSpan Span, TextSpan Keyword, ImmutableArray<AggregateSyntax> Functions, NameSyntax? SplitField, ChartOptions Options)
    : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("timechart", [.. Functions.Select(function => function.Describe()), SplitField is null ? "" : $"by={SplitField.Describe()}"]);
}
