using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.Table;

/// <summary>Makes rows of exactly these columns; a column that a row lacks is there, and absent.</summary>
internal sealed class TableStage : StageExecutor<TableSpec>
{
    public override bool IsRowByRow(StageSpec spec) => true;

    protected override IEnumerable<Row> Run(TableSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var patterns = spec.Patterns.Select(pattern => new NamePattern(pattern)).ToArray();
        foreach (var row in rows)
        {
            var table = new Row(row.Columns.Count) { Origin = row.Origin };
            foreach (var pattern in patterns)
            {
                if (!pattern.IsPattern)
                {
                    table[pattern.Source] = row[pattern.Source];
                    continue;
                }

                foreach (var (name, value) in row.Columns)
                {
                    if (pattern.Matches(name))
                        table[name] = value;
                }
            }

            yield return table;
        }
    }
}
