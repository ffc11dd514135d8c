using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>The rewritten expression in the making, with the place that each of its characters comes from.</summary>
internal sealed class PcreOutput
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _offsets = [];

    public int Length => _text.Length;

    public override string ToString() => _text.ToString();

    public ImmutableArray<int> Offsets() => [.. _offsets];

    public void Add(ReadOnlySpan<char> text, int offset)
    {
        _text.Append(text);
        for (var i = 0; i < text.Length; i++)
            _offsets.Add(offset);
    }

    public void Insert(int place, string text, int offset)
    {
        _text.Insert(place, text);
        _offsets.InsertRange(place, Enumerable.Repeat(offset, text.Length));
    }

    /// <summary>A character that means itself, whatever it is.</summary>
    public void AddLiteral(char unit, int offset) => Add(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"), offset);

    /// <summary>A code point that means itself; a pair of units is kept together for a quantifier behind it.</summary>
    public void AddLiteral(Rune rune, int offset, bool inClass)
    {
        var units = rune.ToString();
        var isPair = units.Length > 1 && !inClass;
        Add(isPair ? "(?:" : "", offset);
        foreach (var unit in units)
            AddLiteral(unit, offset);
        Add(isPair ? ")" : "", offset);
    }
}
