using System.Globalization;
using System.Net;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using SortKey = DetectionKit.Abstractions.Stages.SortKey;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>How sort, min, max and by-columns compare, written as keys: a rank for the kind of thing, then the thing itself.</summary>
internal static class ReferenceOrder
{
    public static double? Number(Value value) =>
        double.TryParse(value.ToText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && value.Count == 1 ? number : null;

    /// <summary>Numbers, then texts.</summary>
    public static int Plain(Value a, Value b) => Ranked(a, b, SortComparison.Number);

    public static int Compare(Value a, Value b, SortKey key)
    {
        if (a.IsNull || b.IsNull)
            return a.IsNull.CompareTo(b.IsNull);
        var order = a.Items.Zip(b.Items, (x, y) => Ranked(x, y, key.Comparison)).FirstOrDefault(one => one != 0);
        if (order == 0)
            order = a.Count.CompareTo(b.Count);
        return key.Descending ? -order : order;
    }

    public static int Auto(Value a, Value b) => Compare(a, b, new SortKey("", false, SortComparison.Auto));

    private static int Ranked(Value a, Value b, SortComparison comparison)
    {
        var (number, address) = (comparison is SortComparison.Auto or SortComparison.Number, comparison is SortComparison.Auto or SortComparison.Ip);
        var (rankA, rankB) = (Rank(a, number, address), Rank(b, number, address));
        if (rankA != rankB)
            return rankA.CompareTo(rankB);
        return rankA switch
        {
            0 => Number(a)!.Value.CompareTo(Number(b)!.Value),
            1 => Bytes(a).CompareTo(Bytes(b), StringComparison.Ordinal),
            _ => string.CompareOrdinal(a.ToText(), b.ToText()),
        };
    }

    private static int Rank(Value value, bool number, bool address)
    {
        if (number && Number(value) is not null)
            return 0;
        return address && IsAddress(value) ? 1 : 2;
    }

    // IPAddress.Parse also takes "1" and "1.2": those are no addresses here.
    private static bool IsAddress(Value value) =>
        IPAddress.TryParse(value.ToText(), out _) && (value.ToText().Contains(':', StringComparison.Ordinal) || value.ToText().Split('.').Length == 4);

    // IPv4 before IPv6.
    private static string Bytes(Value value)
    {
        var bytes = IPAddress.Parse(value.ToText()).GetAddressBytes();
        return (bytes.Length == 4 ? "4" : "6") + Convert.ToHexString(bytes);
    }

    private static int CompareTo(this string a, string b, StringComparison comparison) => string.Compare(a, b, comparison);
}
