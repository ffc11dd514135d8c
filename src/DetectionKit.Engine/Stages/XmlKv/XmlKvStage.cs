using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.XmlKv;

/// <summary>Finds <c>&lt;name ...&gt;text&lt;/name&gt;</c>, whether the whole is well-formed or not; names that come again make a multivalue. Manual: xmlkv.</summary>
internal sealed class XmlKvStage : StageExecutor<XmlKvSpec>
{
    private const int MostPairs = 10_000;

    protected override IEnumerable<Row> Run(XmlKvSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            var pairs = row[spec.Column].Items.SelectMany(item => Pairs(item.ToText())).Take(MostPairs).GroupBy(pair => pair.Name, StringComparer.Ordinal).ToList();
            foreach (var group in pairs)
                row[group.Key] = Value.OfMany(group.Select(pair => Value.Of(pair.Text)));
            yield return row;
        }
    }

    private static IEnumerable<(string Name, string Text)> Pairs(string xml)
    {
        for (var open = xml.IndexOf('<', StringComparison.Ordinal); open >= 0;)
        {
            var close = xml.IndexOf('>', open);
            var next = close < 0 ? -1 : xml.IndexOf('<', close);
            if (next < 0)
                yield break;
            var end = open + 1;
            while (end < close && !char.IsWhiteSpace(xml[end]))
                end++;
            var name = xml[(open + 1)..end];
            var text = xml[(close + 1)..next];
            if (name.Length > 0 && name[0] is not ('/' or '?' or '!') && !string.IsNullOrWhiteSpace(text) && xml.AsSpan(next).StartsWith($"</{name}>", StringComparison.Ordinal))
                yield return (name, Decoded(text));
            open = next;
        }
    }

    private static string Decoded(string text) => text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;
}
