using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.Replace;

/// <summary>Replaces whole values. Manual: replace, "Usage".</summary>
internal sealed class ReplaceStage : StageExecutor<ReplaceSpec>
{
    protected override IEnumerable<Row> Run(ReplaceSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var pairs = spec.Pairs.Reverse()
            .Select(pair => (From: new StarPattern(pair.From, StringComparison.Ordinal), To: pair.To.Split('*')))
            .OrderBy(pair => pair.From.Parts.Count > 1).ThenByDescending(pair => pair.From.Parts.Sum(part => part.Length)).ToArray();
        NamePattern[] columns = [.. spec.Columns.DefaultIfEmpty("*").Select(name => new NamePattern(name))];
        foreach (var row in rows)
        {
            foreach (var (name, value) in row.Columns.Where(column => !column.Value.IsNull && Array.Exists(columns, pattern => pattern.Matches(column.Key))).ToList())
                row[name] = Value.OfMany(value.Items.Select(item => Replaced(item, pairs)));
            yield return row;
        }
    }

    private static Value Replaced(Value item, (StarPattern From, string[] To)[] pairs)
    {
        var text = item.ToText();
        foreach (var (from, to) in pairs)
        {
            if (from.Capture(text) is { } captured)
                return Value.Of(string.Concat(to.Select((part, i) => i == 0 ? part : (i <= captured.Count ? captured[i - 1] : "") + part)));
        }

        return item;
    }
}
