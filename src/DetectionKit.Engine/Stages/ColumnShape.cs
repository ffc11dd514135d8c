using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Engine.Stages;

/// <summary>What a stage makes of a row's column names. The rows of a stage have much the same columns in the same order, so it is found once for all rows in a line that have them.</summary>
/// <typeparam name="T">What is made of them.</typeparam>
/// <param name="find">Finds it for the names of a row.</param>
internal sealed class ColumnShape<T>(Func<string[], T> find)
{
    private string[]? _names;
    private T _found = default!;

    /// <summary>What is made of the row's names.</summary>
    public T Of(Row row)
    {
        if (!Fits(row))
        {
            _names = [.. row.Columns.Select(column => column.Key)];
            _found = find(_names);
        }

        return _found;
    }

    private bool Fits(Row row)
    {
        var columns = row.Columns;
        if (_names is null || columns.Count != _names.Length)
            return false;
        for (var i = 0; i < _names.Length; i++)
        {
            if (!ReferenceEquals(columns[i].Key, _names[i]) && !string.Equals(columns[i].Key, _names[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
