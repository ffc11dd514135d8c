using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.AddTotals;

/// <summary><c>addtotals</c></summary>
internal sealed class AddTotalsCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["addtotals"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["row", "col", "labelfield", "label", "fieldname"];

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        foreach (var name in arguments.Names.Where(name => !name.IsPattern))
            plan.CheckMention(plan.Schema, name);
        var total = arguments.Flag("row", true) ? arguments.Text("fieldname") ?? "Total" : null;
        var label = arguments.Text("labelfield");
        var schema = total is null ? plan.Schema : plan.Schema.With(total);
        var spec = new AddTotalsSpec([.. arguments.Names.Select(name => name.Text)], total, arguments.Flag("col", false), label, arguments.Text("label") ?? "Total");
        arguments.Add(
            spec,
            spec.Patterns.Any(pattern => pattern.Contains('*', StringComparison.Ordinal)) || spec.Patterns.IsEmpty ? ColumnNeeds.All : ColumnNeeds.Of(spec.Patterns),
            label is null || !spec.SumColumns ? schema : schema.With(label));
    }
}
