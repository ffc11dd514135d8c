using System.Globalization;
using System.Text;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Reports;

/// <summary>Shows differences as a table a dataset: <c>+</c> found but not expected, <c>-</c> expected but not found, <c>~</c> changed, with
/// <c>old → new</c> in the cells that did.</summary>
public static class DiffTable
{
    private const int RowLimit = 40;

    /// <summary>The tables, each line ended by a line feed.</summary>
    /// <param name="differences">The differences.</param>
    /// <param name="color">Whether cells are coloured.</param>
    /// <param name="indent">What each line begins with.</param>
    public static string Render(IReadOnlyCollection<RowDifference> differences, bool color = false, string indent = "")
    {
        var text = new StringBuilder();
        foreach (var dataset in differences.GroupBy(difference => difference.Dataset, StringComparer.Ordinal))
        {
            text.Append($"{indent}{dataset.Key}: {Summary(dataset)}\n");
            var columns = dataset.SelectMany(row => row.Cells.Select(cell => cell.Column)).Distinct(StringComparer.Ordinal).ToArray();
            var table = new TextTable(["", .. columns]);
            foreach (var row in dataset.Take(RowLimit))
            {
                var cells = row.Cells.ToDictionary(cell => cell.Column, StringComparer.Ordinal);
                table.Add([Mark(row.Kind), .. columns.Select(column => Cell(row.Kind, cells.GetValueOrDefault(column)))]);
            }

            text.Append(table.Render(color, indent + "  "));
            if (dataset.Count() > RowLimit)
                text.Append(CultureInfo.InvariantCulture, $"{indent}  and {dataset.Count() - RowLimit} more rows\n");
        }

        return text.ToString();
    }

    private static string Summary(IEnumerable<RowDifference> rows) => string.Join(
        ", ",
        rows.GroupBy(row => row.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Count()} {Word(kind.Key)}"));

    private static string Word(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "not in the snapshot",
        DifferenceKind.Removed => "no longer found",
        DifferenceKind.Changed => "changed",
        DifferenceKind.Moved => "in another place",
    };

    private static TextCell Mark(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => new TextCell("+", Ansi.Green),
        DifferenceKind.Removed => new TextCell("-", Ansi.Red),
        DifferenceKind.Changed => new TextCell("~", Ansi.Yellow),
        DifferenceKind.Moved => new TextCell("↕", Ansi.Yellow),
    };

    private static TextCell Cell(DifferenceKind kind, CellDifference? cell)
    {
        if (cell is null)
            return "";
        return kind switch
        {
            DifferenceKind.Added => new TextCell(cell.Found ?? "", Ansi.Green),
            DifferenceKind.Removed => new TextCell(cell.Expected ?? "", Ansi.Red),
            DifferenceKind.Changed when !cell.IsSame => new TextCell($"{cell.Expected ?? "(none)"} → {cell.Found ?? "(none)"}", Ansi.Yellow),
            DifferenceKind.Changed or DifferenceKind.Moved => cell.Found ?? "",
        };
    }
}
