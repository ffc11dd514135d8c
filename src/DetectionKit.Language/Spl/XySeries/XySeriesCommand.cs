using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.XySeries;

/// <summary><c>xyseries</c>, also called <c>maketable</c></summary>
internal sealed class XySeriesCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["xyseries", "maketable"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["grouped", "sep", "format"];

    /// <inheritdoc/>
    protected override int Least => 3;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var columns = arguments.Columns();
        var format = arguments.Text("format") ?? $"$AGG${arguments.Text("sep") ?? ": "}$VAL$";
        arguments.Add(
            new XySeriesSpec(columns[0], columns[1], columns[2..], arguments.Flag("grouped", false), format),
            ColumnNeeds.Only(columns),
            new PlanSchema([columns[0]], IsOpen: true));
    }
}
