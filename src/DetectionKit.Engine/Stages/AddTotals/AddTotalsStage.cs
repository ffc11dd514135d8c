using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.AddTotals;

/// <summary>Sums rows and columns. Manual: addtotals, addcoltotals.</summary>
internal sealed class AddTotalsStage : StageExecutor<AddTotalsSpec>
{
    protected override IEnumerable<Row> Run(AddTotalsSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        NamePattern[] patterns = [.. spec.Patterns.DefaultIfEmpty("*").Select(pattern => new NamePattern(pattern))];
        var sums = new Row();
        Timestamp? newest = null;
        foreach (var row in rows)
        {
            var numbers = row.Columns.Where(column => Array.Exists(patterns, pattern => pattern.Matches(column.Key)) && column.Value.TryGetNumber(out _)).ToList();
            if (spec.Total is { } total)
            {
                row[total] = numbers.Where(column => !string.Equals(column.Key, total, StringComparison.Ordinal)).Aggregate(Value.Of(0), (sum, column) => PlainNumbers.Add(sum, column.Value));
                numbers.RemoveAll(column => string.Equals(column.Key, total, StringComparison.Ordinal));
                numbers.Add(new(total, row[total]));
            }

            if (spec.SumColumns)
            {
                foreach (var (name, value) in numbers)
                    sums[name] = PlainNumbers.Add(sums[name] is { IsNull: false } sum ? sum : Value.Of(0), value);
                newest = Origins.Newer(newest, row.Origin.Newest);
            }

            yield return row;
        }

        if (!spec.SumColumns)
            yield break;
        if (spec.LabelColumn is { } label)
            sums[label] = Value.Of(spec.Label);
        sums.Origin = new(newest, 0, RowOrigin.NoEvent);
        yield return sums;
    }
}
