using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Lookup;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.InputLookup;

/// <summary><c>inputlookup</c></summary>
internal sealed class InputLookupCommand : SplCommand<InputLookupSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["inputlookup"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        NameSyntax? table = null;
        while (!reader.AtCommandEnd && !reader.Peek().Is("where"))
        {
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                Check(reader, option);
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

        return new InputLookupSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, table, where);
    }

    /// <inheritdoc/>
    protected override void Bind(InputLookupSyntax syntax, PlanBuilder plan)
    {
        var columns = LookupBinder.Find(plan, syntax.Table);
        plan.Begin(new LookupSource(syntax.Span, syntax.Table.Text), new PlanSchema(columns ?? [], IsOpen: columns is null));
        if (syntax.Where is { } where)
            EventCondition.Add(where, where.Span, plan);
    }

    private static void Check(SplReader reader, OptionSyntax option)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "append":
                if (reader.Flag(option) == true)
                    reader.Report(DiagnosticTable.UnsupportedOption, option.Span, "`append=true` of `inputlookup`");
                break;
            case "strict":
                reader.Flag(option);
                break;
            case "start" or "max":
                reader.Count(option);
                reader.Report(DiagnosticTable.UnsupportedOption, option.Span, $"`{option.Name.Text}` of `inputlookup`");
                break;
            default:
                reader.ReportUnknown(option, "inputlookup", "append", "strict", "start", "max");
                break;
        }
    }
}
