using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.SelfJoin;

/// <summary><c>selfjoin</c></summary>
internal sealed class SelfJoinCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["selfjoin"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["overwrite", "max", "keepsingle"];

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var columns = arguments.Columns();
        arguments.Add(
            new SelfJoinSpec(columns, arguments.Count("max", 1), arguments.Flag("overwrite", true), arguments.Flag("keepsingle", false)), ColumnNeeds.Of(columns), plan.Schema);
    }
}
