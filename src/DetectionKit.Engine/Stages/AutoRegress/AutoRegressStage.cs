using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.AutoRegress;

/// <summary>Copies earlier values. Manual: autoregress.</summary>
internal sealed class AutoRegressStage : StageExecutor<AutoRegressSpec>
{
    protected override IEnumerable<Row> Run(AutoRegressSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        string[] names = [.. Enumerable.Range(spec.From, spec.To - spec.From + 1).Select(back => spec.As ?? $"{spec.Column}_p{back.ToString(CultureInfo.InvariantCulture)}")];
        var earlier = new List<Value>();
        foreach (var row in rows)
        {
            var value = row[spec.Column];
            for (var back = spec.From; back <= spec.To && back <= earlier.Count; back++)
            {
                if (earlier[^back] is { IsNull: false } before)
                    row[names[back - spec.From]] = before;
            }

            earlier.Add(value);
            if (earlier.Count > spec.To)
                earlier.RemoveAt(0);
            yield return row;
        }
    }
}
