using DetectionKit.Abstractions.Rows;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Aggregate;

/// <summary>The order of a grouping's rows: by their by-values, one after the other, numbers before addresses before texts. Manual: stats.</summary>
internal static class GroupOrder
{
    /// <summary>The rows in that order, whatever became of their columns. Rows of one group stay as they stand.</summary>
    /// <param name="rows">Rows that go back to one group each.</param>
    public static IEnumerable<Row> Sort(IEnumerable<Row> rows)
    {
        Row[] all = [.. rows];
        var varying = Varying(all);
        var sorted = new Entry[all.Length];
        for (var i = 0; i < all.Length; i++)
            sorted[i] = new(all[i], i, varying);
        Array.Sort(sorted, Compare);
        foreach (var entry in sorted)
            yield return entry.Row;
    }

    // Many by-values are the same in all groups: what a log does not say.
    private static int[] Varying(Row[] rows)
    {
        if (rows.Length == 0)
            return [];
        var first = NameOf(rows[0]).By;
        return [.. Enumerable.Range(0, first.Length).Where(place => Array.Exists(rows, row => !NameOf(row).By[place].Equals(first[place])))];
    }

    private static GroupName NameOf(Row row) => (GroupName)row.Origin.Key!;

    private static int Compare(Entry a, Entry b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            var order = OrderKey.Compare(in a.KeyOf(i), in b.KeyOf(i));
            if (order != 0)
                return order;
        }

        var byText = ReferenceEquals(a.Name, b.Name) ? 0 : string.CompareOrdinal(a.Name.Text, b.Name.Text);
        return byText != 0 ? byText : a.Place.CompareTo(b.Place);
    }

    // Most comparisons end with the first values: the others are not read before they are needed.
    private sealed class Entry(Row row, int place, int[] varying)
    {
        private readonly OrderKey[] _keys = new OrderKey[varying.Length];
        private int _read;

        public Row Row { get; } = row;

        public int Place { get; } = place;

        public GroupName Name { get; } = NameOf(row);

        public int Count => _keys.Length;

        public ref readonly OrderKey KeyOf(int number)
        {
            for (; _read <= number; _read++)
                _keys[_read] = new(Name.By[varying[_read]]);
            return ref _keys[number];
        }
    }
}
