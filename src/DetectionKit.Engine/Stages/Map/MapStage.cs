using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Map;

/// <summary>Runs a search for each row. Manual: map.</summary>
internal sealed class MapStage : StageExecutor<MapSpec>
{
    private const string Serial = "_serial_id";

    protected override IEnumerable<Row> Run(MapSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var searches = 0;
        foreach (var row in rows.ToList())
        {
            if (searches == spec.MaxSearches)
            {
                context.Budget.CountUnmapped(spec.MaxSearches);
                continue;
            }

            row[Serial] = Value.Of(searches);
            if (spec.Needs.Any(column => row[column].IsNull))
            {
                context.Budget.CountUnmappable();
                continue;
            }

            searches++;
            var inner = context with { Run = context.Run with { Outer = row } };
            foreach (var found in context.RowsOf(spec.Subsearches[0], [], inner))
                yield return found;
        }
    }
}
