using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Ordering;

/// <summary>Compares rows by several sort keys. Rows that lack a key come last, whichever way the key runs.</summary>
internal sealed class SortKeys(ImmutableArray<SortKey> keys) : IComparer<Row>
{
    public int Compare(Row? x, Row? y)
    {
        foreach (var key in keys)
        {
            var a = x![key.Column];
            var b = y![key.Column];
            var order = ValueOrder.Compare(a, b, key.Comparison);
            if (order == 0)
                continue;
            return key.Descending && !a.IsNull && !b.IsNull ? -order : order;
        }

        return 0;
    }
}
