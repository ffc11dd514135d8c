using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.FillNull;

/// <summary>Puts a value where a column is absent; without a list of columns, in every column that some row has. Manual: fillnull.</summary>
internal sealed class FillNullStage : StageExecutor<FillNullSpec>
{
    public override bool IsRowByRow(StageSpec spec) => spec is FillNullSpec { Columns.IsEmpty: false };

    protected override IEnumerable<Row> Run(FillNullSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        if (!spec.Columns.IsEmpty)
            return rows.Select(row => Fill(row, spec.Columns, spec));
        var all = rows.ToList();
        var columns = all.SelectMany(row => row.Columns).Where(column => !column.Key.StartsWith('_')).Select(column => column.Key)
            .Distinct(StringComparer.Ordinal).ToArray();
        return all.Select(row => Fill(row, columns, spec));
    }

    private static Row Fill(Row row, IEnumerable<string> columns, FillNullSpec spec)
    {
        foreach (var column in columns)
        {
            if (row[column].IsNull)
                row[column] = spec.Fill;
        }

        return row;
    }
}
