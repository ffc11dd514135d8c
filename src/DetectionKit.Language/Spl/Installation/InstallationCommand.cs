using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Installation;

/// <summary>Commands that ask a Splunk installation about itself, or for what it has stored. There is none here: they find nothing, and say so.</summary>
internal sealed class InstallationCommand : SplCommand<InstallationSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names =>
        ["rest", "audit", "dbinspect", "eventcount", "history", "loadjob", "metadata", "savedsearch", "typeahead", "walklex"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    public override CommandSyntax Parse(SplReader reader, Token keyword)
    {
        reader.SkipCommand();
        return new InstallationSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, keyword.Text.ToLowerInvariant());
    }

    /// <inheritdoc/>
    protected override void Bind(InstallationSyntax syntax, PlanBuilder plan)
    {
        plan.Report(DiagnosticTable.NoInstallation, syntax.Keyword, syntax.Name);
        plan.Begin(new NothingSource(syntax.Span, 0), PlanSchema.Open);
    }
}
