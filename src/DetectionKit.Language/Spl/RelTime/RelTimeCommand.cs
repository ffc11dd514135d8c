using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.RelTime;

/// <summary><c>reltime</c></summary>
internal sealed class RelTimeCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["reltime"];

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan) => arguments.Add(new RelTimeSpec(), ColumnNeeds.Of("_time"), plan.Schema.With("reltime"));
}
