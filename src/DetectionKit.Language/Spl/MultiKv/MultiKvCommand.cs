using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.MultiKv;

/// <summary><c>multikv</c>: behind <c>fields</c> and <c>filter</c> stand lists. <c>conf</c> names a stanza of an installation, which there is none of.</summary>
internal sealed class MultiKvCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["multikv"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["conf", "copyattrs", "forceheader", "multitable", "noheader", "rmorig"];

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        if (arguments.Find("conf") is { } conf)
            plan.Report(DiagnosticTable.UnsupportedOption, conf.Span, "`conf`, a stanza of multikv.conf,");
        var fields = ImmutableArray.CreateBuilder<string>();
        var filter = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<string>.Builder? into = null;
        foreach (var name in arguments.Names)
        {
            if (name.Text is "fields" or "filter" && !arguments.IsQuoted(name))
                into = name.Text is "fields" ? fields : filter;
            else if (into is not null)
                into.Add(name.Text);
            else
                plan.Report(DiagnosticTable.Expected, name.Span, "`fields`, `filter` or an option", $"`{name.Text}`");
        }

        var header = arguments.Flag("noheader", false) ? -1 : arguments.Count("forceheader", 0);
        arguments.Flag("multitable", true);
        arguments.Add(
            new MultiKvSpec(fields.ToImmutable(), filter.ToImmutable(), header, arguments.Flag("copyattrs", true), arguments.Flag("rmorig", true)),
            ColumnNeeds.All,
            plan.Schema.Opened());
    }
}
