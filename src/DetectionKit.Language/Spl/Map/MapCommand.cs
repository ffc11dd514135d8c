using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Map;

/// <summary><c>map</c> (Splunk Search Reference, "map"): its search is one in quotes, in which quotes stand behind a backslash, or one in brackets.</summary>
internal sealed class MapCommand : SplCommand<MapSyntax>
{
    private const int DefaultSearches = 10;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["map"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        SubsearchSyntax? subsearch = null;
        var most = DefaultSearches;
        while (!reader.AtCommandEnd)
        {
            if (reader.Peek().Kind == TokenKind.OpenBracket || (reader.AtOption() && reader.Peek().Is("search")))
            {
                if (subsearch is not null)
                {
                    reader.ReportExpected("`maxsearches` or the end of the command");
                    return null;
                }

                if ((subsearch = Search(reader)) is null)
                    return null;
            }
            else if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                if (option.Is("maxsearches"))
                    most = reader.Count(option) ?? most;
                else
                    reader.ReportUnknown(option, "map", "search", "maxsearches");
            }
            else
            {
                reader.ReportExpected("`search=` or a subsearch in `[ ]`");
                return null;
            }
        }

        if (subsearch is not null)
            return new MapSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, subsearch, most);
        reader.ReportExpected("`search=` or a subsearch in `[ ]`");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(MapSyntax syntax, PlanBuilder plan)
    {
        var subsearch = PipelineBinder.BindMapped(syntax.Subsearch, plan);
        var needs = new List<string>();
        foreach (var (name, at) in OuterNames.In(plan.TextOf(syntax.Subsearch.Span)))
        {
            if (name is "_serial_id")
                continue;
            plan.Column(new NameSyntax(new TextSpan(syntax.Subsearch.Span.Start + at + 1, name.Length), name));
            needs.Add(name);
        }

        string[] columns = [.. needs.Distinct(StringComparer.Ordinal)];
        plan.Add(new SpecStage(syntax.Span, new MapSpec(syntax.MaxSearches, [.. columns]), ColumnNeeds.Only(columns)) { Subsearches = [subsearch] }, subsearch.Schema);
    }

    private static SubsearchSyntax? Search(SplReader reader)
    {
        if (reader.Peek().Kind == TokenKind.OpenBracket)
            return reader.ReadSubsearch();
        reader.Take();
        reader.Take();
        if (reader.Peek().Kind == TokenKind.QuotedText)
            return reader.ReadQuotedSearch();
        reader.ReportExpected("a search in double quotes");
        return null;
    }
}
