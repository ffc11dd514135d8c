using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Rows;

/// <summary>One result row between two stages: named values in column order. A row belongs to one stage at a time, which may change it.</summary>
public sealed class Row
{
    private readonly List<KeyValuePair<string, Value>> _columns;
    private ColumnPlaces? _places;

    /// <summary>A row without columns.</summary>
    /// <param name="capacity">How many columns are expected.</param>
    public Row(int capacity = 8) => _columns = new(capacity);

    private Row(Row other)
    {
        _columns = [.. other._columns];
        Origin = other.Origin;
    }

    /// <summary>Which events the row comes from. No column; stages carry it along.</summary>
    public RowOrigin Origin { get; set; } = RowOrigin.None;

    /// <summary>The columns in order; a column may hold the absent value.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Columns => _columns;

    /// <summary>A column's value, absent when there is no such column. Setting an unknown column appends it; names are compared exactly.</summary>
    /// <param name="column">The column's name.</param>
    public Value this[string column]
    {
        get
        {
            var index = IndexOf(column);
            return index < 0 ? Value.Null : _columns[index].Value;
        }

        set
        {
            var index = IndexOf(column);
            if (index < 0)
                _columns.Add(new(column, value));
            else
                _columns[index] = new(_columns[index].Key, value);
        }
    }

    /// <summary>Takes a column away, if it is there.</summary>
    /// <param name="column">The column's name.</param>
    public void Remove(string column)
    {
        var index = IndexOf(column);
        if (index >= 0)
            RemoveAt(index);
    }

    /// <summary>Gives a column another name in its place; a column that already had that name goes.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="name">Its new name.</param>
    public void Rename(string column, string name)
    {
        var index = IndexOf(column);
        if (index < 0 || string.Equals(column, name, StringComparison.Ordinal))
            return;
        NameAt(index, name);
        for (var i = _columns.Count - 1; i >= 0; i--)
        {
            if (i != index && string.Equals(_columns[i].Key, name, StringComparison.Ordinal))
                _columns.RemoveAt(i);
        }
    }

    /// <summary>Gives the column at a place a name that no other column has.</summary>
    /// <param name="place">The column's place.</param>
    /// <param name="name">Its new name.</param>
    public void NameAt(int place, string name)
    {
        _places?.Forget();
        _columns[place] = new(name, _columns[place].Value);
    }

    /// <summary>Takes the column at a place away.</summary>
    /// <param name="place">The column's place.</param>
    public void RemoveAt(int place)
    {
        _places?.Forget();
        _columns.RemoveAt(place);
    }

    /// <summary>Adds a column that is known not to be there yet.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="value">Its value.</param>
    public void Append(string column, Value value) => _columns.Add(new(column, value));

    /// <summary>Takes every column away; the origin stays.</summary>
    public void Clear()
    {
        _places?.Forget();
        _columns.Clear();
    }

    /// <summary>Whether there is a column of that name, be its value absent or not.</summary>
    /// <param name="column">The column's name.</param>
    public bool Has(string column) => IndexOf(column) >= 0;

    /// <summary>A row of its own with the same columns and origin.</summary>
    public Row Copy() => new(this);

    private int IndexOf(string column) =>
        _columns.Count > ColumnPlaces.Wide ? (_places ??= new(_columns)).Of(column) : ColumnPlaces.Search(_columns, column);
}
