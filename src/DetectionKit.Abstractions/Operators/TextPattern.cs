using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Operators;

/// <summary>A text in which <c>*</c> stands for any text, as the search command compares: without case, unless asked. Immutable; made once, no regular expression.</summary>
public sealed class TextPattern
{
    // The literal stretches between the stars. The first must begin the text and the last must end it; either may be empty.
    private readonly ImmutableArray<string> _parts;
    private readonly int _leastLength;

    private readonly StringComparison _comparison;

    private TextPattern(string pattern, bool withCase)
    {
        Pattern = pattern;
        _comparison = withCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        _parts = [.. pattern.Split('*')];
        _leastLength = _parts.Sum(part => part.Length);
    }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Reads a pattern; every text is one. Without a star it is compared whole.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="withCase">Whether upper and lower case differ.</param>
    public static TextPattern Of(string pattern, bool withCase = false) => new(pattern, withCase);

    /// <summary>Whether the whole text fits.</summary>
    /// <param name="text">The text.</param>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (text.Length < _leastLength)
            return false;
        var first = _parts[0];
        if (_parts.Length == 1)
            return text.Equals(first, _comparison);
        var last = _parts[^1];
        if (!text.StartsWith(first, _comparison) || !text.EndsWith(last, _comparison))
            return false;

        // The leftmost place of each inner stretch leaves the most room for the next, so no place is tried twice.
        var rest = text[first.Length..^last.Length];
        for (var i = 1; i < _parts.Length - 1; i++)
        {
            var at = rest.IndexOf(_parts[i], _comparison);
            if (at < 0)
                return false;
            rest = rest[(at + _parts[i].Length)..];
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;
}
