using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.AppendCols;

/// <summary>Merges rows by their place; rows of the subsearch beyond the last stand behind it. Manual: appendcols.</summary>
internal sealed class AppendColsStage : StageExecutor<AppendColsSpec>
{
    protected override IEnumerable<Row> Run(AppendColsSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        using var left = rows.GetEnumerator();
        using var right = context.SubsearchRows(spec, 0, spec.Limit).GetEnumerator();
        while (true)
        {
            var hasLeft = left.MoveNext();
            var hasRight = right.MoveNext();
            if (!hasLeft && !hasRight)
                yield break;
            var row = hasLeft ? left.Current : new Row();
            if (hasRight)
                Merge(row, right.Current, spec.Overwrite);
            yield return row;
        }
    }

    private static void Merge(Row row, Row other, bool overwrite)
    {
        row.Origin = Origins.Merge(row.Origin, other.Origin);
        foreach (var (column, value) in other.Columns)
        {
            if (!column.StartsWith('_') && !value.IsNull && (overwrite || row[column].IsNull))
                row[column] = value;
        }
    }
}
