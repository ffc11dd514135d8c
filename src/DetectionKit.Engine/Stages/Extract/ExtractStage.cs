using System.Text;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Extract;

/// <summary>Takes pairs of keys and values out of the raw text. Manual: extract.</summary>
internal sealed class ExtractStage : StageExecutor<ExtractSpec>
{
    protected override IEnumerable<Row> Run(ExtractSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            var text = row["_raw"].ToText();
            var pairs = PairReader.Read(text.Length > spec.MaxChars ? text[..spec.MaxChars] : text, spec.PairDelimiters ?? " ,;|&\t\r\n", spec.KeyDelimiters ?? "=")
                .Select(pair => (Key: spec.CleanKeys ? Clean(pair.Key) : pair.Key, pair.Value)).Where(pair => pair.Key.Length > 0).Take(spec.Limit)
                .GroupBy(pair => pair.Key, StringComparer.Ordinal).ToList();
            foreach (var group in pairs)
                row[group.Key] = Value.OfMany(group.Take(spec.AddValues ? int.MaxValue : 1).Select(pair => Value.Of(pair.Value)));
            yield return row;
        }
    }

    // Leading underscores and digits are taken off: names with them are internal, or none.
    private static string Clean(string key)
    {
        var clean = new StringBuilder(key.Length);
        foreach (var unit in key)
            clean.Append(char.IsAsciiLetterOrDigit(unit) ? unit : '_');
        return clean.ToString().TrimStart('_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
    }
}
