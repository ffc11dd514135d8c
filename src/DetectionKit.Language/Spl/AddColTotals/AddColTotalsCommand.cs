using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.AddColTotals;

/// <summary><c>addcoltotals</c>: <c>addtotals row=false col=true</c></summary>
internal sealed class AddColTotalsCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["addcoltotals"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["labelfield", "label"];

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        foreach (var name in arguments.Names.Where(name => !name.IsPattern))
            plan.CheckMention(plan.Schema, name);
        var label = arguments.Text("labelfield");
        var spec = new AddTotalsSpec([.. arguments.Names.Select(name => name.Text)], null, SumColumns: true, label, arguments.Text("label") ?? "Total");
        arguments.Add(spec, ColumnNeeds.All, label is null ? plan.Schema : plan.Schema.With(label));
    }
}
