using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Spl.Chart;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.TimeChart;

/// <summary><c>timechart</c></summary>
internal sealed class TimeChartCommand : SplCommand<TimeChartSyntax>
{
    private const int DefaultBins = 100;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["timechart"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        if (ChartReader.Read(reader, "timechart", splitAt: 0) is not { } read)
            return null;
        if (read.By.Length < 2)
            return new TimeChartSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, read.Functions, read.By.IsEmpty ? null : read.By[0], read.Options);
        reader.ReportExpected("no more than one field");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(TimeChartSyntax syntax, PlanBuilder plan)
    {
        var options = syntax.Options;
        var time = plan.Column(new NameSyntax(syntax.Keyword, "_time")).Name;
        var split = syntax.SplitField is { } field ? options.SplitBy(plan.Column(field).Name, syntax.Functions.Length) : null;
        ChartBinder.Bind(
            plan,
            syntax.Span,
            syntax.Functions,
            new ChartSpec(time, options.Span, options.Bins ?? DefaultBins, options.MinSpan, options.AlignOf(plan.Source), options.Continuous, split, [], options.RangeOf(plan.Source), [], options.DistinctBy));
    }
}
