using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.AddInfo;

/// <summary><c>addinfo</c></summary>
internal sealed class AddInfoCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["addinfo"];

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        string[] columns = ["info_min_time", "info_max_time", "info_search_time", "info_sid"];
        arguments.Add(new AddInfoSpec(plan.Source?.Earliest, plan.Source?.Latest), ColumnNeeds.Of(), columns.Aggregate(plan.Schema, (known, column) => known.With(column)));
    }
}
