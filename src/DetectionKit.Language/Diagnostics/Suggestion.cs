namespace DetectionKit.Language.Diagnostics;

/// <summary>"Did you mean": the known name that is nearest to a mistyped one.</summary>
public static class Suggestion
{
    private const int LongestCompared = 128;

    /// <summary>The nearest candidate by edit distance (insert, delete, replace, swap of neighbours; case counts for nothing), or null where none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What is known; of equally near ones the first in ordinal order wins.</param>
    public static string? For(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestCompared)
            return null;
        string? best = null;
        var bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > bestDistance)
                continue;
            var distance = Distance(name, candidate);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>The candidate that a name must be a misspelling of: one edit away, two in a long name; or null. A single letter misspells nothing: it is near to every other.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What is known.</param>
    public static string? Misspelt(string name, IEnumerable<string> candidates) =>
        name.Length > 1 && For(name, candidates) is { } near && Distance(name, near) <= (name.Length < 8 ? 1 : 2) ? near : null;

    /// <summary>The tail of a message: <c>; did you mean `x`?</c>, or nothing.</summary>
    /// <param name="suggestion">What <see cref="For"/> gave.</param>
    public static string Tail(string? suggestion) => suggestion is null ? "" : $"; did you mean `{suggestion}`?";

    /// <summary>Optimal string alignment distance.</summary>
    internal static int Distance(string a, string b, bool ignoreCase = true)
    {
        var before = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1], ignoreCase) ? 0 : 1;
                var distance = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2], ignoreCase) && Same(a[i - 2], b[j - 1], ignoreCase))
                    distance = Math.Min(distance, before[j - 2] + 1);
                current[j] = distance;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }

    private static bool Same(char a, char b, bool ignoreCase) => a == b || (ignoreCase && char.ToLowerInvariant(a) == char.ToLowerInvariant(b));
}
