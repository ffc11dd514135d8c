using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.FromJson;

/// <summary><c>fromjson</c></summary>
internal sealed class FromJsonCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["fromjson"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["prefix"];

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var column = arguments.Columns()[0];
        arguments.Add(new FromJsonSpec(column, arguments.Text("prefix") ?? ""), ColumnNeeds.Of(column), plan.Schema.Opened());
    }
}
