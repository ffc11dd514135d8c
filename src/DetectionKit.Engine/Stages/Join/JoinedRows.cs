using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Join;

/// <summary>Rows that agree in some columns, and what two of them become.</summary>
internal static class JoinedRows
{
    /// <summary>Both rows' columns.</summary>
    public static Row Of(Row left, Row right, bool overwrite, string leftAlias = "", string rightAlias = "")
    {
        var merged = new Row(left.Columns.Count + right.Columns.Count)
        {
            Origin = Origins.Merge(left.Origin, right.Origin),
        };
        foreach (var (column, value) in left.Columns)
            merged[leftAlias + column] = value;
        foreach (var (column, value) in right.Columns)
        {
            var name = rightAlias + column;
            if (!value.IsNull && (overwrite || merged[name].IsNull))
                merged[name] = value;
        }

        return merged;
    }

    /// <summary>What two rows that agree have in common. A row that lacks one of the columns agrees with none: null; where there is no column, each row agrees with each.</summary>
    public static string? KeyOf(Row row, IEnumerable<string> columns)
    {
        var text = new GroupKey();
        foreach (var column in columns)
        {
            var value = row[column];
            if (value.IsNull)
                return null;
            foreach (var item in value.Items)
                text.Add(item.ToText());
            if (value.Kind == ValueKind.Multi)
                text.Add("");
        }

        return text.ToString();
    }
}
