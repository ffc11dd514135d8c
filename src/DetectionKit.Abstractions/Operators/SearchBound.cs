using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Operators;

/// <summary>The right side of the search command's <c>&lt; &lt;= &gt; &gt;=</c>: compared as a number where both sides are numbers, else as text without case. Immutable.</summary>
public sealed class SearchBound
{
    private readonly string _text;
    private readonly Value _number;

    private SearchBound(string text)
    {
        _text = text;
        _number = Numbers.Read(Value.Of(text));
    }

    /// <summary>Reads a bound; every text is one.</summary>
    /// <param name="text">The text.</param>
    public static SearchBound Of(string text) => new(text);

    /// <summary>Negative, zero or positive as a single present value is before, at or behind the bound.</summary>
    /// <param name="value">The value.</param>
    internal int Compare(Value value)
    {
        var number = _number.IsNull ? default : Numbers.Read(value);
        return number.IsNull
            ? string.Compare(value.ToText(), _text, StringComparison.OrdinalIgnoreCase)
            : Numbers.Compare(number, _number);
    }

    /// <inheritdoc/>
    public override string ToString() => _text;
}
