using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Format;

/// <summary><c>format</c></summary>
internal sealed class FormatCommand : SplCommand<FormatSyntax>
{
    private static readonly FormatSpec Default = new("(", "(", "AND", ")", "OR", ")", "OR", "NOT( )", 0);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["format"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var spec = Default;
        var marks = new List<string>();
        while (!reader.AtCommandEnd)
        {
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                spec = Apply(reader, option, spec);
            }
            else if (reader.Peek().Kind is TokenKind.QuotedText && marks.Count < 6)
            {
                marks.Add(reader.Take().Text);
            }
            else
            {
                reader.ReportExpected("an option, a text in quotes or the end of the command");
                return null;
            }
        }

        if (marks.Count == 6)
            spec = spec with { Open = marks[0], RowOpen = marks[1], Between = marks[2], RowClose = marks[3], BetweenRows = marks[4], Close = marks[5] };
        if (marks.Count is 0 or 6)
            return new FormatSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, spec);
        reader.ReportExpected("six texts in quotes");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(FormatSyntax syntax, PlanBuilder plan) =>
        plan.Add(new SpecStage(syntax.Span, syntax.Spec, ColumnNeeds.All), new PlanSchema(["search"], IsOpen: false));

    private static FormatSpec Apply(SplReader reader, OptionSyntax option, FormatSpec spec)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "mvsep":
                return spec with { BetweenItems = option.Value.Text };
            case "maxresults":
                return spec with { Limit = reader.Count(option) ?? 0 };
            case "emptystr":
                return spec with { Empty = option.Value.Text };
            default:
                reader.ReportUnknown(option, "format", "mvsep", "maxresults", "emptystr");
                return spec;
        }
    }
}
