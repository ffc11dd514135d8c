using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Conditions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Lookup;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.InputLookup;

/// <summary><c>inputlookup</c>; <c>inputcsv</c>, whose file is a lookup of that name</summary>
internal sealed class InputLookupCommand : SplCommand<InputLookupSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["inputlookup", "inputcsv"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.Anywhere;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        NameSyntax? table = null;
        var options = new InputLookupOptions();
        while (!reader.AtCommandEnd && !reader.Peek().Is("where"))
        {
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                options = Apply(reader, options, option);
            }
            else if (table is null)
            {
                table = reader.ReadName("a lookup");
                if (table is null)
                    return null;
            }
            else
            {
                reader.ReportExpected("`where` or the end of the command");
                return null;
            }
        }

        if (table is null)
        {
            reader.ReportExpected("a lookup");
            return null;
        }

        SearchSyntax? where = null;
        if (reader.TryTakeWord("where"))
        {
            where = SearchConditionParser.Parse(reader);
            if (where is null)
                return null;
        }

        return new InputLookupSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, options, table, where);
    }

    /// <inheritdoc/>
    protected override void Bind(InputLookupSyntax syntax, PlanBuilder plan)
    {
        if (plan.Source is null)
        {
            Read(syntax, plan);
        }
        else if (syntax.Options.Append)
        {
            var nested = plan.Nested();
            Read(syntax, nested);
            plan.Add(
                new SpecStage(syntax.Span, new AppendSpec(0), ColumnNeeds.Of()) { Subsearches = [new PlanPipeline(nested.Source!, nested.Stages, nested.Schema)] },
                PlanSchema.Union(plan.Schema, nested.Schema));
        }
        else
        {
            plan.Report(DiagnosticTable.NotFirst, syntax.Keyword, plan.TextOf(syntax.Keyword) + "` without `append=true");
            plan.LoseTrack(syntax.Span);
        }
    }

    private static void Read(InputLookupSyntax syntax, PlanBuilder plan)
    {
        var columns = LookupBinder.Find(plan, syntax.Table);
        plan.Begin(new LookupSource(syntax.Span, syntax.Table.Text), new PlanSchema(columns ?? [], IsOpen: columns is null));
        if (syntax.Options is { Start: > 0 } or { Max: not null })
            plan.Add(new SpecStage(syntax.Span, new SliceSpec(syntax.Options.Start, syntax.Options.Max), ColumnNeeds.Of()), plan.Schema);
        if (syntax.Where is { } where)
            EventCondition.Add(where, where.Span, plan);
    }

    private static InputLookupOptions Apply(SplReader reader, InputLookupOptions options, OptionSyntax option)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "append":
                return options with { Append = reader.Flag(option) ?? options.Append };
            case "start":
                return options with { Start = reader.Count(option) ?? options.Start };
            case "max":
                return options with { Max = reader.Count(option) ?? options.Max };
            case "strict" or "dispatch" or "events":
                reader.Flag(option);
                return options;
            default:
                reader.ReportUnknown(option, "inputlookup", "append", "strict", "start", "max");
                return options;
        }
    }
}
