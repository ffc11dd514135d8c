using System.Globalization;

namespace DetectionKit.Engine.Ordering;

/// <summary>The text that stands for a combination of values: each with its length, so that no two combinations share one.</summary>
internal sealed class GroupKey
{
    private char[] _text = new char[64];
    private int _length;

    /// <summary>The key so far; changes with the next <see cref="Add"/>.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

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
