using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.XySeries;

/// <summary>Turns rows into a table of two dimensions; the last value of a cell stays. Manual: xyseries.</summary>
internal sealed class XySeriesStage : StageExecutor<XySeriesSpec>
{
    protected override IEnumerable<Row> Run(XySeriesSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var made = new List<Row>();
        var byValue = new Dictionary<string, Row>(StringComparer.Ordinal);
        var columns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (x, name) = (row[spec.X], row[spec.Names]);
            if (x.IsNull || name.IsNull)
                continue;
            var isNew = spec.Grouped ? made.Count == 0 || !string.Equals(made[^1][spec.X].ToText(), x.ToText(), StringComparison.Ordinal) : !byValue.ContainsKey(x.ToText());
            if (isNew && !context.Budget.TakeGroup())
                continue;
            if (isNew)
                made.Add(byValue[x.ToText()] = Begin(spec, x));
            var target = spec.Grouped ? made[^1] : byValue[x.ToText()];
            target.Origin = Origins.Merge(target.Origin, row.Origin);
            foreach (var value in spec.Values)
            {
                var column = ColumnOf(spec, value, name.ToText());
                columns.Add(column);
                target[column] = row[value];
            }
        }

        IEnumerable<Row> ordered = spec.Grouped ? made : made.OrderBy(row => row[spec.X], Comparer<Value>.Create(ValueOrder.Auto));
        return ordered.Select(row => Arranged(spec, row, columns));
    }

    private static Row Begin(XySeriesSpec spec, Value x)
    {
        var row = new Row { Origin = new(null, 0, RowOrigin.NoEvent) };
        row[spec.X] = x;
        return row;
    }

    private static Row Arranged(XySeriesSpec spec, Row row, SortedSet<string> columns)
    {
        var arranged = new Row { Origin = row.Origin };
        arranged[spec.X] = row[spec.X];
        foreach (var column in columns)
            arranged[column] = row[column];
        return arranged;
    }

    private static string ColumnOf(XySeriesSpec spec, string value, string name) => spec.Values.Length == 1
        ? name
        : spec.Format.Replace("$AGG$", value, true, CultureInfo.InvariantCulture).Replace("$VAL$", name, true, CultureInfo.InvariantCulture);
}
