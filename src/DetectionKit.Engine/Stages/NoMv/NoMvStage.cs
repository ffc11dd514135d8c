using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.NoMv;

/// <summary>Joins values. Manual: nomv.</summary>
internal sealed class NoMvStage : StageExecutor<NoMvSpec>
{
    protected override IEnumerable<Row> Run(NoMvSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            if (row[spec.Column] is { Kind: ValueKind.Multi } value)
                row[spec.Column] = MultivalueFunctions.Join(value, Value.Of(spec.Delimiter));
            yield return row;
        }
    }
}
