using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Stages.Aggregate;

namespace DetectionKit.Engine.Stages.EventStats;

/// <summary>Gives every row its group's aggregates; a multivalue by-column makes a multivalue of several groups' results. Manual: eventstats.</summary>
internal sealed class EventStatsStage : StageExecutor<EventStatsSpec>
{
    protected override IEnumerable<Row> Run(EventStatsSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var all = rows.ToList();
        var grouping = new Grouping(new AggregateSpec(spec.By, spec.Functions, null, null), context.Run.Zone, context.Budget);
        foreach (var row in all)
            grouping.Add(row, context.Run);
        var groups = grouping.Rows().ToDictionary(group => group.Origin.Key!.Text, StringComparer.Ordinal);
        foreach (var row in all)
        {
            var found = ValueCombinations.Of(row, spec.By, context.Budget).Select(values => groups.GetValueOrDefault(GroupKey.Of(values))).OfType<Row>().ToList();
            foreach (var column in found.SelectMany(group => group.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal).Where(column => !spec.By.Contains(column, StringComparer.Ordinal)))
                row[column] = Value.OfMany(found.Select(group => group[column]));
        }

        return all;
    }
}
