using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.MadeRows;

/// <summary>The rows that a rule holds, behind those that come in. Manual: makeresults, data.</summary>
internal sealed class MadeRowsStage : StageExecutor<MadeRowsSpec>
{
    protected override IEnumerable<Row> Run(MadeRowsSpec spec, IEnumerable<Row> rows, StageContext context) => rows.Concat(spec.Rows.Select(cells =>
    {
        var row = new Row();
        if (spec.Timed)
            row["_time"] = Value.Of(context.Run.Now);
        foreach (var (column, cell) in spec.Columns.Zip(cells).Where(pair => !pair.Second.IsEmpty))
            row[column] = Value.OfMany(cell);
        return row;
    }));
}
