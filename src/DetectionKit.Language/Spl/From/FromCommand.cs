using System.Text.RegularExpressions;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Models;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Lookup;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.From;

/// <summary><c>from</c> (Splunk Search Reference, "from"): the events of a data model's dataset, or the rows of a lookup.</summary>
internal sealed partial class FromCommand : SplCommand<FromSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["from"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        // Colon, equals sign, blank and quotes stand in any mix: datamodel:"Web"."Web", datamodel Web.Web.
        while (!reader.AtCommandEnd)
            reader.Take();
        var span = reader.SpanFrom(keyword.Span.Start);
        var written = Written().Match(reader.TextOf(span));
        if (!written.Success)
        {
            reader.Report(DiagnosticTable.Expected, keyword.Span, "`from datamodel:Model.Dataset` or `from lookup:name`", "something else");
            return null;
        }

        var name = written.Groups["name"];
        var place = new Text.TextSpan(span.Start + name.Index, name.Length);
        return new FromSyntax(span, keyword.Span, written.Groups["kind"].Value.ToLowerInvariant(), new NameSyntax(place, name.Value.Replace("\"", "", StringComparison.Ordinal)));
    }

    /// <inheritdoc/>
    protected override void Bind(FromSyntax syntax, PlanBuilder plan)
    {
        switch (syntax.Kind)
        {
            case "datamodel":
                ModelEvents.Begin(plan, syntax.Span, syntax.Dataset, hasPrefix: false);
                break;
            case "lookup" or "inputlookup":
                var columns = LookupBinder.Find(plan, syntax.Dataset);
                plan.Begin(new LookupSource(syntax.Span, syntax.Dataset.Text), new PlanSchema(columns ?? [], IsOpen: columns is null));
                break;
            default:
                plan.Report(DiagnosticTable.NoInstallation, syntax.Dataset.Span, $"from {syntax.Kind}");
                plan.Begin(new NothingSource(syntax.Span, 0), PlanSchema.Open);
                break;
        }
    }

    [GeneratedRegex("^from\\s+\"?(?<kind>datamodel|lookup|inputlookup|savedsearch)\\s*[:=]?\\s*(?<name>[\\w\".-]+?)\"?\\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial System.Text.RegularExpressions.Regex Written();
}
