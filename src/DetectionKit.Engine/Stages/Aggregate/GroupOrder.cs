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
        var sorted = rows.Select((row, place) => new Entry(row, place)).ToArray();
        Array.Sort(sorted, Compare);
        foreach (var entry in sorted)
            yield return entry.Row;
    }

    private static int Compare(Entry a, Entry b)
    {
        for (var i = 0; i < a.Name.By.Length; i++)
        {
            var order = OrderKey.Compare(in a.KeyOf(i), in b.KeyOf(i));
            if (order != 0)
                return order;
        }

        var byText = ReferenceEquals(a.Name, b.Name) ? 0 : string.CompareOrdinal(a.Name.Text, b.Name.Text);
        return byText != 0 ? byText : a.Place.CompareTo(b.Place);
    }

    // Most comparisons end with the first values: the others are not read before they are needed.
    private sealed class Entry(Row row, int place)
    {
        private readonly OrderKey[] _keys = new OrderKey[((GroupName)row.Origin.Key!).By.Length];
        private int _read;

        public Row Row { get; } = row;

        public int Place { get; } = place;

        public GroupName Name { get; } = (GroupName)row.Origin.Key!;

        public ref readonly OrderKey KeyOf(int number)
        {
            for (; _read <= number; _read++)
                _keys[_read] = new(Name.By[_read]);
            return ref _keys[number];
        }
    }
}
