using DetectionKit.Language.Plan.Predicates;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>The text that a pattern's matches hold and that says most about them.</summary>
internal static class KeyPart
{
    private const int Least = 3;
    private const int Most = 16;

    /// <summary>A stretch of ASCII between stars, the rarest by its look and cut to its end where it is long; null: none is long enough to tell anything.</summary>
    /// <param name="pattern">The pattern.</param>
    public static string? Of(TextPattern pattern) => Stretches(pattern.Source)
        .Where(stretch => stretch.Length >= Least)
        .Select(stretch => stretch.Length > Most ? stretch[^Most..] : stretch)
        .MinBy(KeyFrequency.OfPart);

    // Case is compared without doubt in ASCII alone.
    private static IEnumerable<string> Stretches(string pattern)
    {
        var start = 0;
        for (var i = 0; i <= pattern.Length; i++)
        {
            if (i < pattern.Length && pattern[i] != '*' && char.IsAscii(pattern[i]))
                continue;
            yield return pattern[start..i];
            start = i + 1;
        }
    }
}
