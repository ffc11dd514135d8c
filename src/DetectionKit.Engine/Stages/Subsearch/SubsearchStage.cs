using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Conditions;

namespace DetectionKit.Engine.Stages.Subsearch;

/// <summary>Completes each subsearch, then keeps the rows for which the condition holds. Manual: Search Manual, "About subsearches"; limits.conf, [subsearch].</summary>
internal sealed class SubsearchStage : StageExecutor<SubsearchSpec>
{
    protected override IEnumerable<Row> Run(SubsearchSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var filters = new SubsearchFilters(spec.OfEvents, context.Run);
        var run = context.Run with { Filters = [.. Enumerable.Range(0, spec.Subsearches.Length).Select(number => filters.Of(context.SubsearchRows(spec, number, spec.Limit)))] };
        return rows.Where(row => spec.Condition(row, run));
    }
}
