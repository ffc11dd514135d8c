using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.MultiKv;

/// <summary>Reads tables in which blanks stand between columns. An event without a table stays as it is. Manual: multikv.</summary>
internal sealed class MultiKvStage : StageExecutor<MultiKvSpec>
{
    protected override IEnumerable<Row> Run(MultiKvSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            string[] lines = [.. row["_raw"].ToText().Split('\n').Select(line => line.TrimEnd('\r'))];
            var header = spec.HeaderLine > 0 ? spec.HeaderLine - 1 : spec.HeaderLine < 0 ? -1 : Array.FindIndex(lines, line => Words(line).Length > 1);
            var isTable = header >= -1 && header < lines.Length - 1 && (header >= 0 || spec.HeaderLine < 0);
            if (!isTable || !spec.RemoveOriginal)
                yield return row;
            if (!isTable)
                continue;
            string[] names = header >= 0 ? Words(lines[header]) : [];
            foreach (var line in lines.Skip(header + 1).Where(line => line.Trim().Length > 0 && Passes(line, spec)))
            {
                if (context.Budget.TakeRow())
                    yield return RowOf(row, spec, names, line);
            }
        }
    }

    private static bool Passes(string line, MultiKvSpec spec) =>
        spec.Filter.IsEmpty || spec.Filter.Any(text => line.Contains(text, StringComparison.OrdinalIgnoreCase));

    // The last column takes what is left of the line.
    private static Row RowOf(Row row, MultiKvSpec spec, string[] names, string line)
    {
        var made = spec.CopyColumns ? row.Copy() : new Row { Origin = row.Origin };
        made["_raw"] = Value.Of(line);
        var words = Words(line);
        var count = names.Length == 0 ? words.Length : Math.Min(names.Length, words.Length);
        for (var i = 0; i < count; i++)
        {
            var name = names.Length == 0 ? $"Column_{(i + 1).ToString(CultureInfo.InvariantCulture)}" : names[i];
            if (spec.Fields.IsEmpty || spec.Fields.Contains(name, StringComparer.Ordinal))
                made[name] = Value.Of(i == names.Length - 1 ? string.Join(' ', words[i..]) : words[i]);
        }

        return made;
    }

    private static string[] Words(string line) => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
