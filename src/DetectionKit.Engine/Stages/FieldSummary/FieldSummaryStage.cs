using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.FieldSummary;

/// <summary>Statistics of every column, in order of their names. Manual: fieldsummary.</summary>
internal sealed class FieldSummaryStage : StageExecutor<FieldSummarySpec>
{
    protected override IEnumerable<Row> Run(FieldSummarySpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var columns = new SortedDictionary<string, ColumnSummary>(StringComparer.Ordinal);
        NamePattern[] patterns = [.. spec.Patterns.Select(pattern => new NamePattern(pattern))];
        Timestamp? newest = null;
        foreach (var row in rows)
        {
            newest = Origins.Newer(newest, row.Origin.Newest);
            foreach (var (name, value) in row.Columns)
            {
                if (value.IsNull || (patterns.Length == 0 ? name.StartsWith('_') : !Array.Exists(patterns, pattern => pattern.Matches(name))))
                    continue;
                if (!columns.TryGetValue(name, out var column))
                    columns.Add(name, column = new(context.Budget));
                foreach (var item in value.Items)
                    column.Add(item, row);
            }
        }

        foreach (var (name, column) in columns)
        {
            var row = column.Row(name, spec.MaxValues);
            row.Origin = new(newest, 0, RowOrigin.NoEvent, name);
            yield return row;
        }
    }
}
