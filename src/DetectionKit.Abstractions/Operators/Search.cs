using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Operators;

/// <summary>
/// What the search command's <c>field=value</c> means: text without case, <c>*</c> as a wildcard, a CIDR literal for addresses.
/// A multivalue field matches if any of its values does. An absent field never matches, neither <c>=</c> nor <c>!=</c>.
/// </summary>
public static class Search
{
    /// <summary><c>field=*</c>: whether the field is there.</summary>
    /// <param name="value">The field.</param>
    public static bool Has(Value value) => !value.IsNull;

    /// <summary><c>field=text</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="text">The text, without wildcards.</param>
    public static bool Is(string? value, string text) => string.Equals(value, text, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>field=text</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="text">The text, without wildcards.</param>
    public static bool Is(Value value, string text)
    {
        foreach (var item in value.AsSpan())
        {
            if (Is(item.ToText(), text))
                return true;
        }

        return false;
    }

    /// <summary><c>field=te*t</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool Is(string? value, TextPattern pattern) => value is not null && pattern.IsMatch(value);

    /// <summary><c>field=te*t</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool Is(Value value, TextPattern pattern)
    {
        foreach (var item in value.AsSpan())
        {
            if (pattern.IsMatch(item.ToText()))
                return true;
        }

        return false;
    }

    /// <summary><c>field=10.0.0.0/8</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="network">The network.</param>
    public static bool Is(IpAddress value, IpNetwork network) => network.Contains(value);

    /// <summary><c>field=10.0.0.0/8</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="network">The network.</param>
    public static bool Is(string? value, IpNetwork network) => value is not null && network.Contains(value);

    /// <summary><c>field=10.0.0.0/8</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="network">The network.</param>
    public static bool Is(Value value, IpNetwork network)
    {
        foreach (var item in value.AsSpan())
        {
            if (Is(item.ToText(), network))
                return true;
        }

        return false;
    }

    /// <summary><c>field IN (...)</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="set">The list.</param>
    public static bool In(string? value, SearchSet set) => value is not null && set.Contains(value);

    /// <summary><c>field IN (...)</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="set">The list.</param>
    public static bool In(Value value, SearchSet set)
    {
        foreach (var item in value.AsSpan())
        {
            if (set.Contains(item.ToText()))
                return true;
        }

        return false;
    }

    /// <summary><c>field!=text</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="text">The text, without wildcards.</param>
    public static bool IsNot(string? value, string text) => value is not null && !Is(value, text);

    /// <summary><c>field!=text</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="text">The text, without wildcards.</param>
    public static bool IsNot(Value value, string text)
    {
        foreach (var item in value.AsSpan())
        {
            if (!Is(item.ToText(), text))
                return true;
        }

        return false;
    }

    /// <summary><c>field!=te*t</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool IsNot(string? value, TextPattern pattern) => value is not null && !pattern.IsMatch(value);

    /// <summary><c>field!=te*t</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool IsNot(Value value, TextPattern pattern)
    {
        foreach (var item in value.AsSpan())
        {
            if (!pattern.IsMatch(item.ToText()))
                return true;
        }

        return false;
    }

    /// <summary><c>field!=10.0.0.0/8</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="network">The network.</param>
    public static bool IsNot(IpAddress value, IpNetwork network) => !value.IsNone && !network.Contains(value);

    /// <summary><c>field!=10.0.0.0/8</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="network">The network.</param>
    public static bool IsNot(string? value, IpNetwork network) => value is not null && !Is(value, network);

    /// <summary><c>field!=10.0.0.0/8</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="network">The network.</param>
    public static bool IsNot(Value value, IpNetwork network)
    {
        foreach (var item in value.AsSpan())
        {
            if (!Is(item.ToText(), network))
                return true;
        }

        return false;
    }

    /// <summary><c>field&lt;bound</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="bound">The bound.</param>
    public static bool Less(Value value, SearchBound bound)
    {
        foreach (var item in value.AsSpan())
        {
            if (bound.Compare(item) < 0)
                return true;
        }

        return false;
    }

    /// <summary><c>field&lt;=bound</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="bound">The bound.</param>
    public static bool AtMost(Value value, SearchBound bound)
    {
        foreach (var item in value.AsSpan())
        {
            if (bound.Compare(item) <= 0)
                return true;
        }

        return false;
    }

    /// <summary><c>field&gt;bound</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="bound">The bound.</param>
    public static bool Greater(Value value, SearchBound bound)
    {
        foreach (var item in value.AsSpan())
        {
            if (bound.Compare(item) > 0)
                return true;
        }

        return false;
    }

    /// <summary><c>field&gt;=bound</c></summary>
    /// <param name="value">The field.</param>
    /// <param name="bound">The bound.</param>
    public static bool AtLeast(Value value, SearchBound bound)
    {
        foreach (var item in value.AsSpan())
        {
            if (bound.Compare(item) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>A bare word: whether the event's text holds it; where an event has no text, whether one of its fields does.</summary>
    /// <param name="e">The event.</param>
    /// <param name="term">The word.</param>
    public static bool Mentions(RawEvent e, TermPattern term) =>
        e.Text is { } text ? term.IsIn(text) : Holds(e.Fields, term);

    /// <summary>A bare word: whether one of the row's columns holds it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="term">The word.</param>
    public static bool Mentions(Row row, TermPattern term) => Holds(row.Columns, term);

    /// <summary>Whether what a subsearch found, read as a condition, holds for the row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="context">The run.</param>
    /// <param name="number">Which of the condition's subsearches.</param>
    public static bool Found(Row row, RunContext context, int number) => context.Filters[number].Matches(row);

    private static bool Holds(IReadOnlyList<KeyValuePair<string, Value>> fields, TermPattern term)
    {
        foreach (var (_, value) in fields)
        {
            foreach (var item in value.AsSpan())
            {
                if (term.IsIn(item.ToText()))
                    return true;
            }
        }

        return false;
    }
}
