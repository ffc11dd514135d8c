using System.Globalization;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.MakeResults;

/// <summary><c>makeresults</c></summary>
internal sealed class MakeResultsCommand : SplCommand<MakeResultsSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["makeresults"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var count = 1;
        var format = "csv";
        OptionSyntax? data = null;

        // The manual's examples give the count alone too.
        if (reader.Peek() is { Kind: TokenKind.Word } number && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var alone))
        {
            reader.Take();
            count = alone;
        }

        while (reader.AtOption())
        {
            if (reader.ReadOption() is not { } option)
                return null;
            switch (option.Name.Text.ToLowerInvariant())
            {
                case "count":
                    count = reader.Count(option) ?? 1;
                    break;
                case "annotate":
                    reader.Flag(option);
                    break;
                case "splunk_server" or "splunk_server_group":
                    break;
                case "format" when option.Value.Text.ToLowerInvariant() is "csv" or "json":
                    format = option.Value.Text.ToLowerInvariant();
                    break;
                case "format":
                    reader.ReportValue(option, "`csv` or `json`");
                    break;
                case "data":
                    data = option;
                    break;
                default:
                    reader.ReportUnknown(option, "makeresults", "count", "annotate", "splunk_server", "splunk_server_group", "format", "data");
                    break;
            }
        }

        return new MakeResultsSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, count, format, data);
    }

    /// <inheritdoc/>
    protected override void Bind(MakeResultsSyntax syntax, PlanBuilder plan)
    {
        if (syntax.Data is not { } data)
        {
            plan.Begin(new NothingSource(syntax.Span, syntax.Count), new PlanSchema(["_time"], IsOpen: false));
            return;
        }

        plan.Begin(new NothingSource(syntax.Span, 0), new PlanSchema([], IsOpen: false));
        if ((syntax.Format is "json" ? InlineData.OfJson(data.Value.Text) : InlineData.OfCsv(data.Value.Text)) is { } rows)
        {
            plan.Add(new SpecStage(syntax.Span, rows, ColumnNeeds.Of()), new PlanSchema(rows.Timed ? rows.Columns.Insert(0, "_time") : rows.Columns, IsOpen: false));
            return;
        }

        plan.Report(DiagnosticTable.BadOptionValue, data.Value.Span, data.Name.Text, data.Value.Text, syntax.Format is "json" ? "an array of objects" : "a line of names and lines of values");
        plan.LoseTrack(syntax.Span);
    }
}
