using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CsvHelper;

namespace DetectionKit.Workspace.Content;

/// <summary>Reads a lookup's CSV: the first row names the columns; short rows are filled with empty texts, what is too long is left out.</summary>
internal static class CsvTable
{
    private static readonly CsvReaderOptions Options = new() { HasHeader = false, Separator = ',', SkipEmptyLines = true };

    /// <summary>The columns and rows, or why they cannot be read.</summary>
    public static (ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, string? Failure) Read(string text)
    {
        try
        {
            using var reader = CsvReader.FromText(text, Options);
            if (!reader.Read())
                return ([], [], "it is empty");
            var columns = Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index).Trim()).ToImmutableArray();
            var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
            while (reader.Read())
                rows.Add(RowOf(reader, columns.Length));

            return (columns, rows.ToImmutable(), null);
        }
        catch (CsvFormatException exception)
        {
            return ([], [], exception.Message.Split('\n')[0]);
        }
    }

    private static ImmutableArray<string> RowOf(CsvReader reader, int columns)
    {
        var cells = new string[columns];
        for (var i = 0; i < columns; i++)
            cells[i] = i < reader.FieldCount ? reader.GetString(i) : "";
        return ImmutableCollectionsMarshal.AsImmutableArray(cells);
    }
}
