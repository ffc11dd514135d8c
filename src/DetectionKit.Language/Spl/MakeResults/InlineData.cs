using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Language.Spl.MakeResults;

/// <summary>Rows that stand in a rule as CSV or JSON (Splunk Search Reference, makeresults, "data").</summary>
internal static class InlineData
{
    /// <summary>A line of names, then a line for each row; null where there is no name.</summary>
    public static MadeRowsSpec? OfCsv(string text)
    {
        string[][] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(Cells)];
        if (lines.Length == 0 || Array.Exists(lines[0], name => name.Length == 0))
            return null;
        ImmutableArray<string> names = [.. lines[0].Distinct(StringComparer.Ordinal)];
        return new MadeRowsSpec(names, [.. lines[1..].Select(cells => names.Select((_, i) => i < cells.Length && cells[i].Length > 0 ? ImmutableArray.Create(Value.Of(cells[i])) : []).ToImmutableArray())], Timed: false);
    }

    /// <summary>An array of objects, each a row with its own text in <c>_raw</c>; null where it is none.</summary>
    public static MadeRowsSpec? OfJson(string text)
    {
        using var json = StructuredText.TryJson(text);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Array } root || root.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
            return null;
        var rows = root.EnumerateArray().Select(item => (Raw: item.GetRawText(), Cells: StructuredText.Leaves(item.GetRawText())
            .GroupBy(leaf => leaf.Path, StringComparer.Ordinal).ToDictionary(leaf => leaf.Key, leaf => leaf.Select(one => one.Value).ToImmutableArray(), StringComparer.Ordinal))).ToList();
        ImmutableArray<string> names = [.. rows.SelectMany(row => row.Cells.Keys).Distinct(StringComparer.Ordinal)];
        return new MadeRowsSpec(
            names.Insert(0, "_raw"), [.. rows.Select(row => names.Select(name => row.Cells.GetValueOrDefault(name, [])).Prepend([Value.Of(row.Raw)]).ToImmutableArray())], Timed: true);
    }

    // Cells between commas; blanks around them go, double quotes hold commas.
    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var unit in line)
        {
            if (unit == '"')
                isQuoted = !isQuoted;
            else if (unit == ',' && !isQuoted)
                Take();
            else
                cell.Append(unit);
        }

        Take();
        return [.. cells];

        void Take()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
