using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.FillDown;

/// <summary><c>filldown</c></summary>
internal sealed class FillDownCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["filldown"];

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        foreach (var name in arguments.Names.Where(name => !name.IsPattern))
            plan.CheckMention(plan.Schema, name);
        arguments.Add(new FillDownSpec([.. arguments.Names.Select(name => name.Text)]), arguments.Names.IsEmpty ? ColumnNeeds.All : ColumnNeeds.Of(), plan.Schema);
    }
}
