using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Rows;

/// <summary>Where the columns of a wide row are: looked through one by one, until so much was asked that an index by name is worth it.</summary>
/// <param name="columns">The columns; whoever does anything but append or set says so.</param>
internal sealed class ColumnPlaces(List<KeyValuePair<string, Value>> columns)
{
    /// <summary>A row of more columns is wide.</summary>
    public const int Wide = 32;

    private const int Patience = 8;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private int _asked;
    private int _indexed;

    /// <summary>Where a column is; -1: nowhere.</summary>
    public int Of(string column)
    {
        if (_asked < Patience)
        {
            _asked++;
            return Search(columns, column);
        }

        for (; _indexed < columns.Count; _indexed++)
            _places.TryAdd(columns[_indexed].Key, _indexed);
        return _places.GetValueOrDefault(column, -1);
    }

    /// <summary>Columns are no longer where they were.</summary>
    public void Forget()
    {
        _asked = 0;
        if (_indexed == 0)
            return;
        _indexed = 0;
        _places.Clear();
    }

    /// <summary>Where a column is among some, looked through one by one; -1: nowhere.</summary>
    public static int Search(List<KeyValuePair<string, Value>> columns, string column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var key = columns[i].Key;
            if (ReferenceEquals(key, column) || string.Equals(key, column, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
