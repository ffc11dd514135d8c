using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Untable;

/// <summary><c>untable</c></summary>
internal sealed class UntableCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["untable"];

    /// <inheritdoc/>
    protected override int Least => 3;

    /// <inheritdoc/>
    protected override int Most => 3;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var x = plan.Column(arguments.Names[0]).Name;
        string[] columns = [x, arguments.Names[1].Text, arguments.Names[2].Text];
        arguments.Add(new UntableSpec(x, columns[1], columns[2]), ColumnNeeds.All, new PlanSchema([.. columns], IsOpen: false));
    }
}
