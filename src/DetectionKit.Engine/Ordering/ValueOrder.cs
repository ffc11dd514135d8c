using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Ordering;

/// <summary>How values compare in sort, min, max and by-columns: a total order, so that every sort is deterministic.</summary>
internal static class ValueOrder
{
    /// <summary>Numbers (also those that text spells) before addresses before texts; absent last. Manual: sort, "lexicographical order"; addresses as <c>ip()</c> does.</summary>
    public static int Auto(Value a, Value b) => Compare(a, b, SortComparison.Auto);

    /// <summary>Numbers before texts, addresses being texts. Manual: stats, min and max: "Processes field values as numbers if possible, otherwise as strings".</summary>
    public static int NumberOrText(Value a, Value b)
    {
        var numberA = a.TryGetNumber(out var x);
        var numberB = b.TryGetNumber(out var y);
        return (numberA, numberB) switch
        {
            (true, true) => x.CompareTo(y),
            (true, false) => -1,
            (false, true) => 1,
            (false, false) => Text(a, b),
        };
    }

    /// <summary>By text, ordinal.</summary>
    public static int Text(Value a, Value b) => string.CompareOrdinal(a.ToText(), b.ToText());

    /// <summary>Under one of sort's comparisons. Of multivalues the first items that differ decide, then the shorter comes first. What a comparison cannot read comes after what it can.</summary>
    public static int Compare(Value a, Value b, SortComparison comparison)
    {
        if (a.IsNull || b.IsNull)
            return a.IsNull.CompareTo(b.IsNull);
        if (a.Kind != ValueKind.Multi && b.Kind != ValueKind.Multi)
            return Single(a, b, comparison);
        var left = a.Items;
        var right = b.Items;
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = Single(left[i], right[i], comparison);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Single(Value a, Value b, SortComparison comparison) => comparison switch
    {
        SortComparison.Auto => SingleAuto(a, b),
        SortComparison.Number => NumberOrText(a, b),
        SortComparison.Text => Text(a, b),
        SortComparison.Ip => AddressOrText(a, b),
    };

    private static int SingleAuto(Value a, Value b)
    {
        var numberA = a.TryGetNumber(out var x);
        var numberB = b.TryGetNumber(out var y);
        if (numberA && numberB)
            return x.CompareTo(y);
        return numberA != numberB ? (numberA ? -1 : 1) : AddressOrText(a, b);
    }

    private static int AddressOrText(Value a, Value b)
    {
        var addressA = IpAddress.TryParse(a.ToText(), out var x);
        var addressB = IpAddress.TryParse(b.ToText(), out var y);
        return (addressA, addressB) switch
        {
            (true, true) => x.CompareTo(y),
            (true, false) => -1,
            (false, true) => 1,
            (false, false) => Text(a, b),
        };
    }
}
