using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;

namespace DetectionKit.Engine.Stages.Accum;

/// <summary>Sums up. Manual: accum.</summary>
internal sealed class AccumStage : StageExecutor<AccumSpec>
{
    protected override IEnumerable<Row> Run(AccumSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var sum = Value.Of(0);
        foreach (var row in rows)
        {
            if (row[spec.Column].TryGetNumber(out _))
                row[spec.As] = sum = PlainNumbers.Add(sum, row[spec.Column]);
            yield return row;
        }
    }
}
