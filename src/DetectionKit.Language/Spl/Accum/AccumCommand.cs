using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Accum;

/// <summary><c>accum</c></summary>
internal sealed class AccumCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["accum"];

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
        var target = arguments.As?.Text ?? column;
        arguments.Add(new AccumSpec(column, target), ColumnNeeds.Of(column), plan.Schema.With(target));
    }
}
