using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Concurrency;

/// <summary>Counts the events that had begun and not ended when each one began. An event without a start or a duration gets no number. Manual: concurrency.</summary>
internal sealed class ConcurrencyStage : StageExecutor<ConcurrencySpec>
{
    protected override IEnumerable<Row> Run(ConcurrencySpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var all = rows.ToList();
        var timed = all.Select(row => (Row: row, Start: Number(row[spec.Start]), Duration: Number(row[spec.Duration])))
            .Where(one => one is { Start: not null, Duration: not null }).Select(one => (one.Row, Start: one.Start!.Value, End: one.Start.Value + Math.Max(one.Duration!.Value, 0)))
            .OrderBy(one => one.Start).ToList();
        var ends = new PriorityQueue<int, double>();
        var at = 0;
        while (at < timed.Count)
        {
            var start = timed[at].Start;
            while (ends.TryPeek(out _, out var end) && end <= start)
                ends.Dequeue();

            // Events that begin at one moment are going on together, however short they are.
            var next = at;
            for (; next < timed.Count && timed[next].Start.Equals(start); next++)
                ends.Enqueue(next, timed[next].End);
            for (; at < next; at++)
                timed[at].Row[spec.As] = Value.Of(ends.Count);
        }

        return all;
    }

    private static double? Number(Value value) => value.TryGetNumber(out var number) ? number : null;
}
