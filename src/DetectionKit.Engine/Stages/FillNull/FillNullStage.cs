using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.FillNull;

/// <summary>Puts a value where a column is absent; without a list of columns, in every column that some row has; with patterns, in every such column that fits. Manual: fillnull.</summary>
internal sealed class FillNullStage : StageExecutor<FillNullSpec>
{
    public override bool IsRowByRow(StageSpec spec) => spec is FillNullSpec { Columns.IsEmpty: false } fill && !fill.Columns.Any(IsPattern);

    protected override IEnumerable<Row> Run(FillNullSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        if (!spec.Columns.IsEmpty && !spec.Columns.Any(IsPattern))
            return rows.Select(row => Fill(row, spec.Columns, spec));
        var all = rows.ToList();
        NamePattern[] patterns = [.. spec.Columns.Where(IsPattern).DefaultIfEmpty("*").Select(pattern => new NamePattern(pattern))];
        string[] columns =
        [
            .. all.SelectMany(row => row.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal).Where(name => Array.Exists(patterns, pattern => pattern.Matches(name))),
            .. spec.Columns.Where(column => !IsPattern(column)),
        ];
        return all.Select(row => Fill(row, columns, spec));
    }

    private static bool IsPattern(string column) => column.Contains('*', StringComparison.Ordinal);

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
