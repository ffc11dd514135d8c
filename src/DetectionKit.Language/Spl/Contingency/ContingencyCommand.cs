using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Contingency;

/// <summary><c>contingency</c>, also called <c>counttable</c> and <c>ctable</c></summary>
internal sealed class ContingencyCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["contingency", "counttable", "ctable"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["maxrows", "maxcols", "minrowcover", "mincolcover", "usetotal", "totalstr"];

    /// <inheritdoc/>
    protected override int Least => 2;

    /// <inheritdoc/>
    protected override int Most => 2;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var columns = arguments.Columns();
        var total = arguments.Flag("usetotal", true) ? arguments.Text("totalstr") ?? "TOTAL" : null;
        arguments.Add(
            new ContingencySpec(
                columns[0], columns[1], arguments.Count("maxrows", 1000), arguments.Count("maxcols", 20), arguments.Number("minrowcover") ?? 1, arguments.Number("mincolcover") ?? 1, total),
            ColumnNeeds.Only(columns),
            new PlanSchema([columns[0]], IsOpen: true));
    }
}
