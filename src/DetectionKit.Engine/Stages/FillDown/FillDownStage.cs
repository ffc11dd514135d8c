using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.FillDown;

/// <summary>Carries values down. Manual: filldown.</summary>
internal sealed class FillDownStage : StageExecutor<FillDownSpec>
{
    protected override IEnumerable<Row> Run(FillDownSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        NamePattern[] patterns = [.. spec.Patterns.DefaultIfEmpty("*").Select(pattern => new NamePattern(pattern))];
        var last = new Row();
        foreach (var row in rows)
        {
            foreach (var (name, value) in row.Columns)
            {
                if (!value.IsNull && Array.Exists(patterns, pattern => pattern.Matches(name)))
                    last[name] = value;
            }

            foreach (var (name, value) in last.Columns)
            {
                if (row[name].IsNull)
                    row[name] = value;
            }

            yield return row;
        }
    }
}
