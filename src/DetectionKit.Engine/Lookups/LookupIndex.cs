using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Lookups;

/// <summary>One table, asked by certain columns: the exact ones through a dictionary, wildcards and networks on what that leaves.</summary>
internal sealed class LookupIndex
{
    private readonly Dictionary<string, List<int>> _rows = new(StringComparer.Ordinal);
    private readonly int[] _exact;
    private readonly int[] _other;
    private readonly CellPattern[][] _patterns;
    private readonly bool _caseSensitive;

    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that the question gives, in its order; a column that the table lacks matches nothing.</param>
    public LookupIndex(LookupTable table, ImmutableArray<string> columns)
    {
        _caseSensitive = table.CaseSensitive;
        var kinds = columns.Select(column => table.Matches.GetValueOrDefault(column, LookupMatch.Exact)).ToArray();
        var places = columns.Select(column => table.Columns.IndexOf(column)).ToArray();
        _exact = [.. Enumerable.Range(0, columns.Length).Where(i => kinds[i] == LookupMatch.Exact)];
        _other = [.. Enumerable.Range(0, columns.Length).Where(i => kinds[i] != LookupMatch.Exact)];
        _patterns = new CellPattern[table.Rows.Length][];
        if (places.Contains(-1))
            return;
        for (var row = 0; row < table.Rows.Length; row++)
        {
            var cells = table.Rows[row];
            _patterns[row] = [.. _other.Select(i => CellPattern.Create(kinds[i], cells[places[i]], _caseSensitive))];
            var key = Key(_exact.Select(i => cells[places[i]]));
            if (!_rows.TryGetValue(key, out var list))
                _rows.Add(key, list = []);
            list.Add(row);
        }
    }

    /// <summary>The numbers of the rows that match, in the table's order.</summary>
    /// <param name="values">A text for each of the columns.</param>
    public IEnumerable<int> Find(IReadOnlyList<string> values)
    {
        if (!_rows.TryGetValue(Key(_exact.Select(i => values[i])), out var candidates))
            yield break;
        foreach (var row in candidates)
        {
            var fits = true;
            for (var i = 0; fits && i < _other.Length; i++)
                fits = _patterns[row][i].Matches(values[_other[i]]);
            if (fits)
                yield return row;
        }
    }

    private string Key(IEnumerable<string> texts)
    {
        var key = new GroupKey();
        foreach (var text in texts)
            key.Add(_caseSensitive ? text : text.ToLowerInvariant());
        return key.ToString();
    }
}
