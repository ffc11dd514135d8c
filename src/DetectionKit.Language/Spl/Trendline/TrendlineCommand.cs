using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Trendline;

/// <summary><c>trendline</c></summary>
internal sealed class TrendlineCommand : SplCommand<TrendlineSyntax>
{
    private const int LongestPeriod = 10_000;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["trendline"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var lines = ImmutableArray.CreateBuilder<AggregateSyntax>();
        do
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (AggregateParser.Parse(reader) is not { } line)
                return null;
            lines.Add(line);
        }
        while (!reader.AtCommandEnd);
        return new TrendlineSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, lines.ToImmutable());
    }

    /// <inheritdoc/>
    protected override void Bind(TrendlineSyntax syntax, PlanBuilder plan)
    {
        ImmutableArray<Abstractions.Stages.Trendline> lines = [.. syntax.Lines.Select(line => Line(line, plan)).OfType<Abstractions.Stages.Trendline>()];
        var schema = lines.Aggregate(plan.Schema, (all, line) => all.With(line.As));
        plan.Add(new SpecStage(syntax.Span, new TrendlineSpec(lines), ColumnNeeds.Of(lines.Select(line => line.Column))), schema);
    }

    // sma5(field), ema10(field), wma2(field)
    private static Abstractions.Stages.Trendline? Line(AggregateSyntax syntax, PlanBuilder plan)
    {
        var written = syntax.Function.Text.ToLowerInvariant();
        TrendKind? kind = written.Length < 3 ? null : written[..3] switch { "sma" => TrendKind.Simple, "ema" => TrendKind.Exponential, "wma" => TrendKind.Weighted, _ => null };
        if (kind is { } known && syntax.Field is { } field && int.TryParse(written.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var period) && period is >= 1 and <= LongestPeriod)
            return new(known, period, plan.Column(field).Name, syntax.As?.Text ?? syntax.Text);
        plan.Report(DiagnosticTable.Expected, syntax.Span, "`sma5(field)`, `ema5(field)` or `wma5(field)`, of 1 to 10000 rows", $"`{syntax.Text}`");
        return null;
    }
}
