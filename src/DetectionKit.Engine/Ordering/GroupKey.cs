using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Ordering;

/// <summary>The text that stands for a combination of values: each with its length, so that no two combinations share one.</summary>
internal sealed class GroupKey
{
    private char[] _text = new char[64];
    private int _length;

    /// <summary>The key so far; changes with the next <see cref="Add"/>.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>The key of values.</summary>
    public static string Of(params ReadOnlySpan<Value> values)
    {
        var key = new GroupKey();
        foreach (var value in values)
            key.Add(value.ToText());
        return key.ToString();
    }

    /// <summary>The key of a row's values in some columns; null: it lacks one of them.</summary>
    public static string? Of(Row row, ImmutableArray<string> columns)
    {
        var key = new GroupKey();
        foreach (var column in columns)
        {
            if (row[column] is not { IsNull: false } value)
                return null;
            key.Add(value.ToText());
        }

        return key.ToString();
    }

    /// <summary>The key of what a row holds, in whatever order its columns are.</summary>
    /// <param name="row">The row.</param>
    /// <param name="counts">Whether a column counts; null: all do.</param>
    public static string OfContent(Row row, Func<string, bool>? counts = null)
    {
        var key = new GroupKey();
        foreach (var (column, value) in row.Columns.Where(column => !column.Value.IsNull && counts?.Invoke(column.Key) != false).OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            key.Add(column);
            key.Add(value.ToText());
        }

        return key.ToString();
    }

    public void Add(string part)
    {
        const int LongestNumber = 11;
        var needed = _length + LongestNumber + part.Length + 1;
        if (needed > _text.Length)
            Array.Resize(ref _text, Math.Max(needed, 2 * _text.Length));
        part.Length.TryFormat(_text.AsSpan(_length), out var digits, provider: CultureInfo.InvariantCulture);
        _length += digits;
        _text[_length++] = ':';
        part.CopyTo(_text.AsSpan(_length));
        _length += part.Length;
    }

    public override string ToString() => Text.ToString();
}
