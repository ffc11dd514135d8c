using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
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
                case "format" or "data":
                    reader.Report(DiagnosticTable.UnsupportedOption, option.Span, $"`{option.Name.Text}` of `makeresults`");
                    break;
                default:
                    reader.ReportUnknown(option, "makeresults", "count", "annotate", "splunk_server", "splunk_server_group", "format", "data");
                    break;
            }
        }

        return new MakeResultsSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, count);
    }

    /// <inheritdoc/>
    protected override void Bind(MakeResultsSyntax syntax, PlanBuilder plan) =>
        plan.Begin(new NothingSource(syntax.Span, syntax.Count), new PlanSchema(["_time"], IsOpen: false));
}
