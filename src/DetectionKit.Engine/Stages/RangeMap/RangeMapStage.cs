using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.RangeMap;

/// <summary>Names ranges; ranges that overlap give several names. Manual: rangemap.</summary>
internal sealed class RangeMapStage : StageExecutor<RangeMapSpec>
{
    protected override IEnumerable<Row> Run(RangeMapSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            var names = row[spec.Column].TryGetNumber(out var number)
                ? Value.OfMany(spec.Ranges.Where(range => number >= range.From && number <= range.To).Select(range => Value.Of(range.Name)))
                : Value.Null;
            row["range"] = names.IsNull ? Value.Of(spec.Default) : names;
            yield return row;
        }
    }
}
