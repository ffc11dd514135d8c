using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Transaction;

/// <summary>Groups events into transactions, given by their first event, the newest first. Manual: transaction.</summary>
internal sealed class TransactionStage : StageExecutor<TransactionSpec>
{
    protected override IEnumerable<Row> Run(TransactionSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var grouping = new Transactions(spec, context);
        foreach (var (row, time) in rows.Select(row => (Row: row, Time: TimeOf(row))).OrderByDescending(pair => pair.Time ?? new Timestamp(long.MinValue)))
            grouping.Add(row, time);
        return grouping.Rows().OrderByDescending(row => TimeOf(row) ?? new Timestamp(long.MinValue));
    }

    private static Timestamp? TimeOf(Row row) => row["_time"].TryGetNumber(out var seconds) && Math.Abs(seconds) < 9e9 ? Timestamp.FromSeconds(seconds) : null;
}
