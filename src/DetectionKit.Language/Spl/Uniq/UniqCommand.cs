using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Uniq;

/// <summary><c>uniq</c></summary>
internal sealed class UniqCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["uniq"];

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        arguments.Add(new UniqSpec(), ColumnNeeds.All, plan.Schema);
    }
}
