using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Language.Binding;

/// <summary>
/// Tells a misspelt name from another name, where names are free: letters swapped, dropped, doubled or mistaken, signs doubled. Not so where digits differ, or
/// signs between words (<c>ip1 ip2</c>, <c>file_name filename</c>), or only the case does, or the one is the other's plural.
/// </summary>
internal static class Misspelling
{
    private const int Shortest = 3;
    private const int ShortestMeant = 4;
    private const int LongestCompared = 128;

    /// <summary>The listed name that was meant, the nearest first; null: none.</summary>
    /// <param name="name">What was written, and is listed nowhere.</param>
    /// <param name="listed">What it may have meant.</param>
    /// <param name="mostEdits">How many edits are still a slip.</param>
    public static string? OfListed(string name, IEnumerable<string> listed, int mostEdits) => Nearest(name, listed, mostEdits, IsOther);

    /// <summary>The name that was meant where neither is listed: short words that differ by a letter are two words (<c>uid uuid</c>).</summary>
    /// <param name="name">What was written.</param>
    /// <param name="others">What it may have meant.</param>
    public static string? OfFree(string name, IEnumerable<string> others) =>
        Nearest(name, others, 1, (one, other) => IsOther(one, other) || (!IsSwap(one, other) && Word(one, other) <= ShortestMeant));

    private static string? Nearest(string name, IEnumerable<string> candidates, int mostEdits, Func<string, string, bool> isOther)
    {
        if (name.Length is < Shortest or > LongestCompared)
            return null;
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > mostEdits || candidate.Length < ShortestMeant || isOther(name, candidate))
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
        || (!name.Where(IsSign).SequenceEqual(candidate.Where(IsSign)) && !IsSignDoubled(name, candidate));

    private static bool IsSignDoubled(string name, string candidate) =>
        name.Length == candidate.Length + 1 && name.AsSpan().CommonPrefixLength(candidate) is var at && at > 0 && !char.IsLetterOrDigit(name[at]) && name[at] == name[at - 1]
        && name.AsSpan(at + 1).SequenceEqual(candidate.AsSpan(at));

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
        while (first > 0 && char.IsLetter(name[first - 1]))
            first--;
        while (last < name.Length && char.IsLetter(name[last]))
            last++;
        return last - first;
    }

    private static bool IsSign(char unit) => !char.IsLetter(unit);
}
