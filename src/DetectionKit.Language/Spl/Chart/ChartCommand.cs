using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Chart;

/// <summary><c>chart</c></summary>
internal sealed class ChartCommand : SplCommand<ChartSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["chart"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        if (ChartReader.Read(reader, "chart", splitAt: 1) is not { } read)
            return null;
        var fields = read.Over is { } over ? read.By.Insert(0, over) : read.By;
        if (fields.Length is 1 or 2)
            return new ChartSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, read.Functions, fields[0], fields.Length > 1 ? fields[1] : null, read.Options);
        reader.ReportExpected(fields.IsEmpty ? "`OVER` or `BY` and a field" : "no more than two fields");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(ChartSyntax syntax, PlanBuilder plan)
    {
        var options = syntax.Options;
        var split = syntax.SplitField is { } field ? options.SplitBy(plan.Column(field).Name, syntax.Functions.Length) : null;
        var row = plan.Column(syntax.RowField).Name;
        ChartBinder.Bind(plan, syntax.Span, syntax.Functions, new ChartSpec(row, options.Span, options.Bins ?? 0, options.MinSpan, options.AlignOf(plan.Source), Fill: false, split, [], null, [], options.DistinctBy));
    }
}
