using System.Collections.Immutable;
using System.Text.Json;

namespace DetectionKit.Testing.Snapshots;

/// <summary>What changed between two snapshots, row by row.</summary>
/// <remarks>
/// Equal rows are set aside first. What is left on both sides is paired by the number of cells that agree, the most alike first, as long as at
/// least half of them do; the rest is added or removed. To stay linear on large differences, at most <see cref="PairingLimit"/> rows a side
/// and dataset are paired.
/// </remarks>
public static class SnapshotDiff
{
    private const int PairingLimit = 200;

    /// <summary>The differences, by dataset.</summary>
    /// <param name="expected">The reviewed snapshot.</param>
    /// <param name="found">What was found.</param>
    public static ImmutableArray<RowDifference> Of(Snapshot expected, Snapshot found) =>
    [
        .. expected.Datasets.Keys.Union(found.Datasets.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(dataset => OfDataset(dataset, expected.RowsOf(dataset), found.RowsOf(dataset))),
    ];

    private static IEnumerable<RowDifference> OfDataset(string dataset, ImmutableArray<string> expected, ImmutableArray<string> found)
    {
        if (expected.SequenceEqual(found, StringComparer.Ordinal))
            return [];
        var gone = Without(expected, found);
        var come = Without(found, expected);
        if (gone.Count == 0 && come.Count == 0)
            return Moves(dataset, expected, found);
        var differences = new List<RowDifference>();
        foreach (var (was, now) in Pair(gone, come))
        {
            gone.Remove(was);
            come.Remove(now);
            differences.Add(new(DifferenceKind.Changed, dataset, Cells(was.Cells, now.Cells)));
        }

        differences.AddRange(gone.Select(row => new RowDifference(DifferenceKind.Removed, dataset, Cells(row.Cells, null))));
        differences.AddRange(come.Select(row => new RowDifference(DifferenceKind.Added, dataset, Cells(null, row.Cells))));
        return differences;
    }

    // Rows of one side that the other lacks, counting repeats.
    private static List<ParsedRow> Without(ImmutableArray<string> rows, ImmutableArray<string> others)
    {
        var left = others.GroupBy(row => row, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var without = new List<ParsedRow>();
        foreach (var row in rows)
        {
            if (left.TryGetValue(row, out var count) && count > 0)
                left[row] = count - 1;
            else
                without.Add(new ParsedRow(CellsOf(row)));
        }

        return without;
    }

    private static IEnumerable<RowDifference> Moves(string dataset, ImmutableArray<string> expected, ImmutableArray<string> found)
    {
        for (var i = 0; i < found.Length; i++)
        {
            if (!string.Equals(expected[i], found[i], StringComparison.Ordinal))
                yield return new(DifferenceKind.Moved, dataset, Cells(CellsOf(found[i]), CellsOf(found[i])));
        }
    }

    private static List<(ParsedRow Was, ParsedRow Now)> Pair(List<ParsedRow> gone, List<ParsedRow> come)
    {
        var candidates =
            from was in gone.Take(PairingLimit).Select((row, index) => (row, index))
            from now in come.Take(PairingLimit).Select((row, index) => (row, index))
            let alike = Alike(was.row, now.row)
            where 2 * alike >= Math.Max(was.row.Cells.Count, now.row.Cells.Count) && alike > 0
            orderby alike descending, was.index, now.index
            select (Was: was.row, Now: now.row);
        var taken = new HashSet<ParsedRow>(ReferenceEqualityComparer.Instance);
        var pairs = new List<(ParsedRow Was, ParsedRow Now)>();
        foreach (var pair in candidates)
        {
            if (taken.Contains(pair.Was) || taken.Contains(pair.Now))
                continue;
            taken.Add(pair.Was);
            taken.Add(pair.Now);
            pairs.Add(pair);
        }

        return pairs;
    }

    private static int Alike(ParsedRow a, ParsedRow b) =>
        a.Cells.Count(cell => b.Cells.TryGetValue(cell.Key, out var other) && string.Equals(cell.Value, other, StringComparison.Ordinal));

    private static ImmutableArray<CellDifference> Cells(OrderedDictionary<string, string>? was, OrderedDictionary<string, string>? now) =>
    [
        .. ColumnsOf(now).Concat(ColumnsOf(was)).Distinct(StringComparer.Ordinal)
            .Select(column => new CellDifference(column, was?.GetValueOrDefault(column), now?.GetValueOrDefault(column))),
    ];

    private static IEnumerable<string> ColumnsOf(OrderedDictionary<string, string>? row) => row is null ? [] : row.Keys;

    private static OrderedDictionary<string, string> CellsOf(string row)
    {
        using var document = JsonDocument.Parse(row);
        var cells = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in document.RootElement.EnumerateObject())
            cells[cell.Name] = cell.Value.ValueKind == JsonValueKind.String ? cell.Value.GetString()! : cell.Value.GetRawText();
        return cells;
    }

    private sealed class ParsedRow(OrderedDictionary<string, string> cells)
    {
        public OrderedDictionary<string, string> Cells { get; } = cells;
    }
}
