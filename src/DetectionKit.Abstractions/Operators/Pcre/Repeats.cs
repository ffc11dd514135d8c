using System.Globalization;

namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>How often an expression's counted quantifiers repeat between them, nested ones multiplied in the worst way.</summary>
internal static class Repeats
{
    /// <summary>The product of the bounds of all <c>{n,m}</c>; a measure for the size of an automaton, not a count of it.</summary>
    public static long Of(string pattern)
    {
        var product = 1L;
        for (var at = pattern.IndexOf('{', StringComparison.Ordinal); at >= 0 && product < int.MaxValue; at = pattern.IndexOf('{', at + 1))
        {
            var end = pattern.IndexOf('}', at);
            if (end < 0)
                break;
            var bounds = pattern[(at + 1)..end].Split(',');
            if (int.TryParse(bounds[^1].Length > 0 ? bounds[^1] : bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bound))
                product *= Math.Max(bound, 1);
        }

        return product;
    }
}
