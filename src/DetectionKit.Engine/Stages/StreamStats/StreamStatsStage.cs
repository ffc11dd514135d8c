using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.StreamStats;

/// <summary>Aggregates what came so far. Manual: streamstats.</summary>
internal sealed class StreamStatsStage : StageExecutor<StreamStatsSpec>
{
    protected override IEnumerable<Row> Run(StreamStatsSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        if (PatternAggregates.Any(spec.Functions))
        {
            var all = rows.ToList();
            rows = all;
            spec = spec with { Functions = PatternAggregates.Expanded(spec.Functions, all, spec.By) };
        }

        var state = new StreamState(spec, context);
        string? last = null;
        foreach (var row in rows)
        {
            if (GroupKey.Of(row, spec.By) is { } key)
            {
                if ((spec.ResetOnChange && last is not null && !string.Equals(last, key, StringComparison.Ordinal)) || spec.ResetBefore?.Invoke(row, context.Run) is true)
                    state.Reset();
                last = key;
                state.Put(row, key);
                if (spec.ResetAfter?.Invoke(row, context.Run) is true)
                    state.Reset();
            }

            yield return row;
        }
    }
}
