using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Transpose;

/// <summary>Turns rows into columns; internal columns are left out. Manual: transpose.</summary>
internal sealed class TransposeStage : StageExecutor<TransposeSpec>
{
    protected override IEnumerable<Row> Run(TransposeSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        Row[] taken = [.. spec.Limit > 0 ? rows.Take(spec.Limit) : rows];
        string[] headers = [.. taken.Select((row, i) => spec.HeaderColumn is { } header ? row[header].ToText() : $"row {(i + 1).ToString(CultureInfo.InvariantCulture)}")];
        var newest = taken.Max(row => row.Origin.Newest);
        var columns = taken.SelectMany(row => row.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal)
            .Where(name => !name.StartsWith('_') && !string.Equals(name, spec.HeaderColumn, StringComparison.Ordinal));
        foreach (var column in columns)
        {
            if (!spec.IncludeEmpty && Array.TrueForAll(taken, row => row[column].IsNull))
                continue;
            var turned = new Row { Origin = new(newest, 0, RowOrigin.NoEvent) };
            turned[spec.NameColumn] = Value.Of(column);
            for (var i = 0; i < taken.Length; i++)
                turned[headers[i]] = taken[i][column];
            yield return turned;
        }
    }
}
