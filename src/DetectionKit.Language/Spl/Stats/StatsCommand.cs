using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Stats;

/// <summary><c>stats</c></summary>
internal sealed class StatsCommand : SplCommand<StatsSyntax>
{
    private static readonly string[] Options = ["allnum", "delim", "partitions", "dedup_splitvals"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["stats"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var functions = ImmutableArray.CreateBuilder<AggregateSyntax>();
        var by = ImmutableArray<NameSyntax>.Empty;
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption())
            {
                if (!ParseOption(reader))
                    return null;
            }
            else if (reader.TryTakeWord("by"))
            {
                if (ParseBy(reader) is not { } names)
                    return null;
                by = names;
            }
            else if (AggregateParser.Parse(reader) is { } function)
            {
                functions.Add(function);
            }
            else
            {
                return null;
            }
        }

        if (functions.Count == 0)
            reader.ReportExpected("an aggregate: `count`, `values(field)`");
        return new StatsSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, functions.ToImmutable(), by);
    }

    /// <inheritdoc/>
    protected override void Bind(StatsSyntax syntax, PlanBuilder plan)
    {
        foreach (var name in syntax.By)
            plan.Column(name);
        var schema = plan.Schema;
        ImmutableArray<BoundAggregate> functions = [.. syntax.Functions.SelectMany(function => AggregateBinder.Bind(function, plan, plan.Column, schema))];
        var by = syntax.By.Select(name => name.Text).Distinct(StringComparer.Ordinal).ToImmutableArray();
        plan.Add(
            new AggregateStage(syntax.Span, by, functions, null, null),
            new PlanSchema([.. by.Concat(functions.Select(function => function.Column)).Distinct(StringComparer.Ordinal)], IsOpen: false));
    }

    private static ImmutableArray<NameSyntax>? ParseBy(SplReader reader)
    {
        var names = ImmutableArray.CreateBuilder<NameSyntax>();
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption())
            {
                if (!ParseOption(reader))
                    return null;
            }
            else if (reader.ReadName("a field") is { } name)
            {
                names.Add(name);
            }
            else
            {
                return null;
            }
        }

        if (names.Count > 0)
            return names.ToImmutable();
        reader.ReportExpected("a field behind `by`");
        return null;
    }

    private static bool ParseOption(SplReader reader)
    {
        if (reader.ReadOption() is not { } option)
            return false;
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "partitions":
                reader.Count(option);
                break;
            case "dedup_splitvals":
                // A multivalue by-field puts its row under each of its distinct values; without this option under each value.
                reader.Flag(option);
                break;
            case "allnum":
                if (reader.Flag(option) == true)
                    reader.Report(DiagnosticTable.UnsupportedOption, option.Span, "`allnum=true`");
                break;
            case "delim":
                break;
            default:
                reader.ReportUnknown(option, "stats", Options);
                break;
        }

        return true;
    }
}
