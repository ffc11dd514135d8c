using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>
/// Texts that functions make longer than what they are given. What is longer than <see cref="Longest"/> is cut: a rule that doubles a text thirty times may not
/// ask for more memory than a sensor has.
/// </summary>
public static class MadeText
{
    /// <summary>In characters (UTF-16).</summary>
    public const int Longest = 1 << 18;

    /// <summary>Items that a function puts behind one another.</summary>
    public const int MostItems = 10_000;

    /// <summary>What a list may take that a function makes item by item: characters, and <see cref="ItemSize"/> for each item.</summary>
    public const int LargestList = 1 << 22;

    /// <summary>What an item of a list counts for beside its characters.</summary>
    public const int ItemSize = 8;

    internal static Value Of(string text) => Value.Of(text.Length <= Longest ? text : text[..Longest]);

    /// <summary>Two texts behind one another.</summary>
    internal static Value Of(string a, string b) => a.Length + (long)b.Length <= Longest ? Value.Of(a + b) : Of(string.Concat(a.AsSpan(0, Math.Min(a.Length, Longest)), b.AsSpan(0, Math.Min(b.Length, Longest))));

    /// <summary>Values, as long as they come; what is beyond <see cref="LargestList"/> is left out: items that are the same text ten thousand times would else be made ten thousand texts.</summary>
    internal static Value List(IEnumerable<Value> values)
    {
        var list = new List<Value>();
        var room = (long)LargestList;
        foreach (var value in values)
        {
            room -= Size(value);
            if (room < 0)
                break;
            list.Add(value);
        }

        return Value.OfMany(list);
    }

    private static long Size(Value value)
    {
        if (value.Kind != ValueKind.Multi)
            return ItemSize + (value.Kind == ValueKind.Text ? value.ToText().Length : 0);
        var size = 0L;
        foreach (var item in value.Items)
            size += Size(item);
        return size;
    }

    /// <summary>Texts with another between them.</summary>
    internal static Value Join(ReadOnlySpan<Value> items, string between)
    {
        var text = new StringBuilder();
        for (var i = 0; i < items.Length && text.Length < Longest; i++)
            text.Append(i == 0 ? "" : between).Append(items[i].ToText());
        return Of(text.ToString());
    }
}
