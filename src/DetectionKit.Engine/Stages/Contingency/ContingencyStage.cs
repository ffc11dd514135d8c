using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.Contingency;

/// <summary>Counts pairs of values; the most frequent value stands first, of two as frequent the one that comes first as text. Manual: contingency.</summary>
internal sealed class ContingencyStage : StageExecutor<ContingencySpec>
{
    protected override IEnumerable<Row> Run(ContingencySpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var counts = new Dictionary<(string Row, string Column), int>();
        Timestamp? newest = null;
        foreach (var row in rows)
        {
            foreach (var pair in ValueCombinations.Of(row, [spec.Rows, spec.Columns], context.Budget).Select(pair => (pair[0].ToText(), pair[1].ToText())))
            {
                if (!counts.ContainsKey(pair) && !context.Budget.TakeGroup())
                    continue;
                counts[pair] = counts.GetValueOrDefault(pair) + 1;
                newest = Origins.Newer(newest, row.Origin.Newest);
            }
        }

        var names = Kept(counts, pair => pair.Row, spec.MaxRows, spec.RowCover);
        var columns = Kept(counts, pair => pair.Column, spec.MaxColumns, spec.ColumnCover);
        foreach (var name in names)
            yield return Made(spec, newest, name, columns, column => counts.GetValueOrDefault((name, column)));
        if (spec.Total is { } total && names.Count > 0)
            yield return Made(spec, newest, total, columns, column => names.Sum(name => counts.GetValueOrDefault((name, column))));
    }

    private static Row Made(ContingencySpec spec, Timestamp? newest, string name, List<string> columns, Func<string, int> count)
    {
        var row = new Row { Origin = new(newest, 0, RowOrigin.NoEvent, name) };
        row[spec.Rows] = Value.Of(name);
        foreach (var column in columns)
            row[column] = Value.Of(count(column));
        if (spec.Total is { } total)
            row[total] = Value.Of(columns.Sum(count));
        return row;
    }

    private static List<string> Kept(Dictionary<(string Row, string Column), int> counts, Func<(string Row, string Column), string> part, int most, double cover)
    {
        var all = counts.GroupBy(pair => part(pair.Key), StringComparer.Ordinal).Select(group => (Name: group.Key, Count: group.Sum(pair => pair.Value)))
            .OrderByDescending(one => one.Count).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        var wanted = cover * all.Sum(one => one.Count);
        var kept = new List<string>();
        var covered = 0;
        foreach (var (name, count) in most > 0 ? all.Take(most) : all)
        {
            if (covered >= wanted && kept.Count > 0)
                break;
            kept.Add(name);
            covered += count;
        }

        return kept;
    }
}
