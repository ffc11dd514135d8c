using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Models;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.DataModel;

/// <summary><c>datamodel</c> (Splunk Search Reference, "datamodel") with <c>search</c> or <c>flat</c>: a dataset's events. What only shows a model's JSON is refused.</summary>
internal sealed class DataModelCommand : SplCommand<DataModelSyntax>
{
    private static readonly string[] Options = ["strict_fields", "allow_old_summaries", "summariesonly", "strict"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["datamodel"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var names = new List<NameSyntax>();
        while (!reader.AtCommandEnd)
        {
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                if (!Options.Contains(option.Name.Text, StringComparer.OrdinalIgnoreCase))
                    reader.ReportUnknown(option, "datamodel", Options);
                continue;
            }

            if (reader.ReadName("a data model, a dataset and `search`") is not { } name)
                return null;
            names.Add(name);
        }

        if (names is not [var model, var dataset, { Text: "search" or "flat" } mode, ..])
        {
            reader.ReportExpected("a data model, a dataset, and `search` or `flat`");
            return null;
        }

        var place = TextSpan.FromBounds(model.Span.Start, dataset.Span.End);
        return new DataModelSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, new NameSyntax(place, $"{model.Text}.{dataset.Text}"), mode.Text is "flat");
    }

    /// <inheritdoc/>
    protected override void Bind(DataModelSyntax syntax, PlanBuilder plan) => ModelEvents.Begin(plan, syntax.Span, syntax.Dataset, hasPrefix: !syntax.IsFlat);
}
