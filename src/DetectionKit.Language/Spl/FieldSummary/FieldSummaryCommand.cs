using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.FieldSummary;

/// <summary><c>fieldsummary</c></summary>
internal sealed class FieldSummaryCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["fieldsummary"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["maxvals"];

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan) => arguments.Add(
        new FieldSummarySpec([.. arguments.Names.Select(name => name.Text)], arguments.Count("maxvals", 100)),
        ColumnNeeds.All,
        new PlanSchema(["field", "count", "distinct_count", "is_exact", "max", "mean", "min", "numeric_count", "stdev", "values"], IsOpen: false));
}
