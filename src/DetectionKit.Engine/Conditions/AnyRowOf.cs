using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Engine.Conditions;

/// <summary>
/// At least one of many conditions, of which those that need a column to be a certain text are found by hash: thousands of rows of a subsearch
/// cost about as much as one.
/// </summary>
internal sealed class AnyRowOf : RowFilter
{
    private readonly Dictionary<string, Dictionary<string, List<RowFilter>>> _byColumn = new(StringComparer.Ordinal);
    private readonly List<RowFilter> _others = [];

    /// <summary>Adds a condition that holds only where the column is that text.</summary>
    public void Add(string column, string text, RowFilter condition)
    {
        if (!_byColumn.TryGetValue(column, out var byText))
            _byColumn.Add(column, byText = new(StringComparer.OrdinalIgnoreCase));
        if (!byText.TryGetValue(text, out var conditions))
            byText.Add(text, conditions = []);
        conditions.Add(condition);
    }

    /// <summary>Adds a condition.</summary>
    public void Add(RowFilter condition) => _others.Add(condition);

    public override bool Matches(Row row)
    {
        foreach (var (column, byText) in _byColumn)
        {
            foreach (var item in row[column].AsSpan())
            {
                if (byText.TryGetValue(item.ToText(), out var conditions) && conditions.Exists(condition => condition.Matches(row)))
                    return true;
            }
        }

        return _others.Exists(condition => condition.Matches(row));
    }
}
