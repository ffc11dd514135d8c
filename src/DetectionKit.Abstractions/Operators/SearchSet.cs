using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Operators;

/// <summary>The list of a search's <c>IN</c>: texts without case, patterns with <c>*</c>, networks. Immutable; looked up by hash, not one by one.</summary>
public sealed class SearchSet
{
    private readonly FrozenSet<string> _texts;
    private readonly ImmutableArray<TextPattern> _patterns;
    private readonly ImmutableArray<IpNetwork> _networks;

    private SearchSet(string[] items)
    {
        _networks = [.. items.Where(IsNetwork).Select(IpNetwork.Of)];
        _patterns = [.. items.Where(IsPattern).Select(pattern => TextPattern.Of(pattern))];
        _texts = items.Where(item => !IsNetwork(item) && !IsPattern(item)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads a list; each item is a text, a pattern or a network by its form.</summary>
    /// <param name="items">The items.</param>
    public static SearchSet Of(params string[] items) => new(items);

    /// <summary>Whether an item matches.</summary>
    /// <param name="text">The text.</param>
    public bool Contains(string text)
    {
        if (_texts.Contains(text))
            return true;
        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(text))
                return true;
        }

        foreach (var network in _networks)
        {
            if (network.Contains(text))
                return true;
        }

        return false;
    }

    private static bool IsPattern(string item) => item.Contains('*', StringComparison.Ordinal);

    private static bool IsNetwork(string item) => item.Contains('/', StringComparison.Ordinal) && IpNetwork.TryParse(item, out _);
}
