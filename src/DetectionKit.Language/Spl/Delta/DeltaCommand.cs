using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Delta;

/// <summary><c>delta</c></summary>
internal sealed class DeltaCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["delta"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["p"];

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override bool TakesAs => true;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var column = arguments.Columns()[0];
        var target = arguments.As?.Text ?? $"delta({column})";
        arguments.Add(new DeltaSpec(column, target, Math.Max(arguments.Count("p", 1), 1)), ColumnNeeds.Of(column), plan.Schema.With(target));
    }
}
