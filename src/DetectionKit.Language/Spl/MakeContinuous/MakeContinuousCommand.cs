using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.MakeContinuous;

/// <summary><c>makecontinuous</c></summary>
internal sealed class MakeContinuousCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["makecontinuous"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["span", "bins", "start", "end", "aligntime"];

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var column = arguments.Names.Length > 0 ? arguments.Columns()[0] : "_time";
        arguments.Add(
            new MakeContinuousSpec(column, arguments.Width("span"), arguments.Count("bins", 100), arguments.Number("start"), arguments.Number("end")),
            ColumnNeeds.Of(column),
            plan.Schema);
    }
}
