using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Language.Binding;

/// <summary>
/// Tells a misspelt name from another name, where names are free: letters swapped, dropped, doubled or mistaken. Not so where digits or signs between words
/// differ (<c>ip1 ip2</c>, <c>event.name event_name</c>), or only the case does, or the one is the other's plural.
/// </summary>
internal static class Misspelling
{
    private const int Shortest = 4;
    private const int ShortestWord = 5;
    private const int LongestCompared = 128;

    /// <summary>The name that is a slip away where neither need be right: short words that differ by a letter are two words (<c>uid uuid</c>).</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What it may have meant.</param>
    public static string? Of(string name, IEnumerable<string> candidates) =>
        Of(name, candidates.Where(candidate => IsSwap(name, candidate) || Word(name, candidate) >= ShortestWord), 1);

    /// <summary>The name that is misspelt, the nearest first; null: none.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What it may have meant.</param>
    /// <param name="mostEdits">How many edits are still a slip.</param>
    public static string? Of(string name, IEnumerable<string> candidates, int mostEdits)
    {
        if (name.Length is < Shortest or > LongestCompared)
            return null;
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > mostEdits || candidate.Length < Shortest || IsOther(name, candidate))
                continue;
            var distance = Suggestion.Distance(name, candidate, ignoreCase: false);
            if (distance > mostEdits || (distance == mostEdits && best is not null && string.CompareOrdinal(candidate, best) >= 0))
                continue;
            (best, mostEdits) = (candidate, distance);
        }

        return best;
    }

    private static bool IsOther(string name, string candidate) =>
        string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase)
        || string.Equals(name, candidate + "s", StringComparison.Ordinal)
        || string.Equals(name + "s", candidate, StringComparison.Ordinal)
        || !name.Where(IsSign).SequenceEqual(candidate.Where(IsSign));

    private static bool IsSwap(string name, string candidate) => name.Length == candidate.Length && name.Order().SequenceEqual(candidate.Order());

    // The length of the word in which the two differ first.
    private static int Word(string name, string candidate)
    {
        var at = name.AsSpan().CommonPrefixLength(candidate);
        return Math.Max(Word(name, at), Word(candidate, at));
    }

    private static int Word(string name, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && !IsSign(name[first - 1]))
            first--;
        while (last < name.Length && !IsSign(name[last]))
            last++;
        return last - first;
    }

    private static bool IsSign(char unit) => !char.IsLetter(unit);
}
