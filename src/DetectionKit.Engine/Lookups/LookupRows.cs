using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Lookups;

/// <summary>A table's rows as result rows: an empty cell is absent.</summary>
internal static class LookupRows
{
    public static Row Of(LookupTable table, ImmutableArray<string> cells)
    {
        var row = new Row(cells.Length);
        for (var i = 0; i < cells.Length; i++)
            row[table.Columns[i]] = cells[i].Length == 0 ? Value.Null : Value.Of(cells[i]);
        return row;
    }
}
