using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Chart;

/// <summary>Aggregates over two columns at once. Rows are in the order of their values, columns in that of their names, others and absent ones last. Manual: chart, timechart.</summary>
internal sealed class ChartStage : StageExecutor<ChartSpec>
{
    protected override IEnumerable<Row> Run(ChartSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        List<Row> all = [.. rows.Where(row => !row[spec.RowColumn].IsNull)];
        if (PatternAggregates.Any(spec.Functions))
            spec = spec with { Functions = PatternAggregates.Expanded(spec.Functions, all, [spec.RowColumn, .. spec.Split is { } by ? [by.Column] : Array.Empty<string>()]) };
        var buckets = new ChartBuckets(spec, all, context);
        var cells = new ChartCells(spec, buckets, context);
        var series = spec.Split is { } split ? SeriesOf(split, spec, all, buckets, context) : null;
        foreach (var row in all)
        {
            foreach (var (at, value) in buckets.Places(row))
            {
                if ((series is null ? "" : series.NameOf(value)) is { } name)
                    cells.Add(at, name, row);
                else if (value is not null)
                    cells.See(at, row); // Its column is left out; its row is not.
            }
        }

        return RowsOf(spec, cells, series, buckets);
    }

    private static ChartSeries SeriesOf(ChartSplit split, ChartSpec spec, List<Row> rows, ChartBuckets buckets, StageContext context)
    {
        var cells = new ChartCells(spec, buckets, context);
        foreach (var row in rows)
        {
            foreach (var (at, value) in buckets.Places(row))
            {
                if (value is not null)
                    cells.Add(at, value, row);
            }
        }

        return new ChartSeries(split, cells.Scores(split.Choice.Score));
    }

    private static IEnumerable<Row> RowsOf(ChartSpec spec, ChartCells cells, ChartSeries? series, ChartBuckets buckets)
    {
        string[] names = [.. series is null ? [""] : series.Ordered(cells.Series)];
        var columns = Array.ConvertAll(names, name => cells.Columns.Select(column => ColumnOf(spec, cells, column, name)).ToArray());
        foreach (var at in buckets.Filled(cells.RowValues.Order(Comparer<Value>.Create(ValueOrder.Auto))))
        {
            var row = new Row { Origin = new(cells.NewestOf(at), 0, RowOrigin.NoEvent, at.ToText()) };
            row[spec.RowColumn] = at;
            for (var i = 0; i < names.Length; i++)
            {
                foreach (var (column, result) in columns[i].Zip(cells.Results(at, names[i])))
                    row[column] = result;
            }

            yield return row;
        }
    }

    private static string ColumnOf(ChartSpec spec, ChartCells cells, string column, string series) =>
        spec.Split is not { } split ? column
        : cells.Columns.Count == 1 ? series
        : split.Format.Replace("$AGG$", column, true, CultureInfo.InvariantCulture).Replace("$VAL$", series, true, CultureInfo.InvariantCulture);
}
