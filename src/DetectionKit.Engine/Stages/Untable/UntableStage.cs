using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Untable;

/// <summary>Turns columns into rows; absent values and internal columns make none. Manual: untable.</summary>
internal sealed class UntableStage : StageExecutor<UntableSpec>
{
    protected override IEnumerable<Row> Run(UntableSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            foreach (var (name, value) in row.Columns)
            {
                if (value.IsNull || name.StartsWith('_') || string.Equals(name, spec.X, StringComparison.Ordinal) || !context.Budget.TakeRow())
                    continue;
                var one = new Row { Origin = new(row.Origin.Newest, 0, RowOrigin.NoEvent) };
                one[spec.X] = row[spec.X];
                one[spec.Names] = Value.Of(name);
                one[spec.Values] = value;
                yield return one;
            }
        }
    }
}
