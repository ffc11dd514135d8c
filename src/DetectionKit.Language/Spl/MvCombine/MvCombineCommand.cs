using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.MvCombine;

/// <summary><c>mvcombine</c></summary>
internal sealed class MvCombineCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["mvcombine"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["delim"];

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan) =>
        arguments.Add(new MvCombineSpec(arguments.Columns()[0], arguments.Text("delim") ?? " "), ColumnNeeds.All, plan.Schema);
}
