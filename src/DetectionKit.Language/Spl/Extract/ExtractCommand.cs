using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Extract;

/// <summary><c>extract</c>, also called <c>kv</c>. <c>segment</c>, <c>reload</c> and <c>auto</c> belong to an installation and change nothing here.</summary>
internal sealed class ExtractCommand : ListedCommand
{
    private const int DefaultLimit = 50;
    private const int DefaultMaxChars = 10_240;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["extract", "kv"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["pairdelim", "kvdelim", "limit", "maxchars", "mv_add", "clean_keys", "auto", "reload", "segment"];

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        foreach (var name in arguments.Names)
            plan.Report(DiagnosticTable.UnsupportedOption, name.Span, $"the extractor `{name.Text}`, a stanza of transforms.conf,");
        var spec = new ExtractSpec(
            arguments.Text("pairdelim"),
            arguments.Text("kvdelim"),
            arguments.Count("limit", DefaultLimit),
            arguments.Count("maxchars", DefaultMaxChars),
            arguments.Flag("mv_add", false),
            arguments.Flag("clean_keys", true));
        arguments.Add(spec, ColumnNeeds.Of("_raw"), plan.Schema.Opened());
    }
}
