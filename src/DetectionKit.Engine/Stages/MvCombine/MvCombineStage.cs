using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.MvCombine;

/// <summary>Joins rows that are alike but for one column; the first of them keeps its place. Rows without the column stay. Manual: mvcombine.</summary>
internal sealed class MvCombineStage : StageExecutor<MvCombineSpec>
{
    protected override IEnumerable<Row> Run(MvCombineSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var combined = new List<(Row Row, List<Value> Values)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var value = row[spec.Column];
            var key = value.IsNull ? null : GroupKey.OfContent(row, column => !string.Equals(column, spec.Column, StringComparison.Ordinal));
            if (key is not null && places.TryGetValue(key, out var place))
            {
                if (context.Budget.TakeValue())
                    combined[place].Values.Add(value);
                var first = combined[place].Row;
                first.Origin = Origins.Merge(first.Origin, row.Origin);
                continue;
            }

            if (key is not null)
                places.Add(key, combined.Count);
            combined.Add((row, [value]));
        }

        foreach (var (row, values) in combined)
        {
            if (values.Count > 1)
                row[spec.Column] = Value.OfMany(values);
            yield return row;
        }
    }
}
