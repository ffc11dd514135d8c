using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Trendline;

/// <summary>Moving averages; the first rows, where there are fewer numbers than the period, get none. Manual: trendline.</summary>
internal sealed class TrendlineStage : StageExecutor<TrendlineSpec>
{
    protected override IEnumerable<Row> Run(TrendlineSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        MovingAverage[] averages = [.. spec.Lines.Select(line => new MovingAverage(line.Kind, line.Period))];
        foreach (var row in rows)
        {
            for (var i = 0; i < averages.Length; i++)
            {
                if (row[spec.Lines[i].Column].TryGetNumber(out var number) && averages[i].Add(number) is { } average)
                    row[spec.Lines[i].As] = Value.Of(average);
            }

            yield return row;
        }
    }
}
