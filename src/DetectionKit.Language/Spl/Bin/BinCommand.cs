using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Bin;

/// <summary><c>bin</c>, also called <c>bucket</c> and <c>discretize</c>.</summary>
internal sealed class BinCommand : ListedCommand
{
    private const int DefaultBins = 100;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["bin", "bucket", "discretize"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["span", "bins", "minspan", "start", "end", "aligntime"];

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
        var spec = new BinSpec(
            column,
            target,
            arguments.Width("span"),
            Math.Max(arguments.Count("bins", DefaultBins), 1),
            arguments.Width("minspan"),
            arguments.Number("start"),
            arguments.Number("end"),
            arguments.Alignment("aligntime"));
        arguments.Add(spec, ColumnNeeds.Of(column), plan.Schema.With(target));
    }
}
