using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;

namespace DetectionKit.Engine.Stages.Delta;

/// <summary>Subtracts what came before. Manual: delta.</summary>
internal sealed class DeltaStage : StageExecutor<DeltaSpec>
{
    protected override IEnumerable<Row> Run(DeltaSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var earlier = new Queue<Value>();
        foreach (var row in rows)
        {
            var value = row[spec.Column];
            var before = earlier.Count == spec.Back ? earlier.Dequeue() : Value.Null;
            earlier.Enqueue(value);
            if (PlainNumbers.Subtract(value, before) is { IsNull: false } difference)
                row[spec.As] = difference;
            yield return row;
        }
    }
}
