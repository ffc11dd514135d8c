using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.MvCombine;

/// <summary><c>mvcombine</c>. Its option <c>delim</c> shows only behind a <c>nomv</c>, which is told here.</summary>
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
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var column = arguments.Columns()[0];
        arguments.Add(new MvCombineSpec(column), ColumnNeeds.All, plan.Schema);
        plan.Delimit([column], arguments.Text("delim") ?? " ");
    }
}
