using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Language.Binding.Events;

/// <summary>
/// Tells a misspelt name from another name, where names are free: letters swapped, dropped, doubled or mistaken, signs doubled. Not so where digits differ, or
/// signs between words (<c>ip1 ip2</c>, <c>file_name filename</c>), or only the case does, or the one is the other's plural.
/// </summary>
internal static class Misspelling
{
    private const int Shortest = 4;
    private const int LongestCompared = 128;

    /// <summary>The listed name that was meant, the first in order; null: none.</summary>
    /// <param name="name">What was written, and is listed nowhere.</param>
    /// <param name="listed">What it may have meant.</param>
    public static string? OfListed(string name, IEnumerable<string> listed) => Nearest(name, listed, IsOther);

    /// <summary>The name that was meant where neither is listed: short words that differ by a letter are two words (<c>uid uuid</c>).</summary>
    /// <param name="name">What was written.</param>
    /// <param name="others">What it may have meant.</param>
    public static string? OfFree(string name, IEnumerable<string> others) =>
        Nearest(name, others, (one, other) => IsOther(one, other) || (!IsSwap(one, other) && Word(one, other) <= Shortest));

    /// <summary>The name that was meant among those of sources that the rule need not read: short words that differ are two words, even where two letters are swapped (<c>cs_type sc_type</c>).</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What it may have meant.</param>
    public static string? OfAny(string name, IEnumerable<string> known) => Nearest(name, known, (one, other) => IsOther(one, other) || Word(one, other) <= Shortest);

    // One edit is a slip; names that are two apart are often two names (Requester, RequestId).
    private static string? Nearest(string name, IEnumerable<string> candidates, Func<string, string, bool> isOther)
    {
        if (name.Length is < Shortest or > LongestCompared)
            return null;
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= 1 && candidate.Length >= Shortest && !isOther(name, candidate) && Suggestion.Distance(name, candidate, ignoreCase: false) == 1)
            .Min(StringComparer.Ordinal);
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
