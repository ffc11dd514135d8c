using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.NoMv;

/// <summary><c>nomv</c>: joins with what the <c>mvcombine</c> or <c>stats</c> before it said, else with a line break.</summary>
internal sealed class NoMvCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["nomv"];

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var column = arguments.Columns()[0];
        arguments.Add(new NoMvSpec(column, plan.DelimiterOf(column) ?? "\n"), ColumnNeeds.Of(column), plan.Schema);
    }
}
