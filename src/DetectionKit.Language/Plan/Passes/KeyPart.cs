using System.Text.RegularExpressions;
using DetectionKit.Language.Plan.Predicates;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>The text that a pattern's matches hold and that says most about them.</summary>
internal static partial class KeyPart
{
    private const int Least = 3;
    private const int Most = 16;

    /// <summary>A stretch of ASCII between stars, the rarest by its look and cut to its end where it is long; null: none is long enough to tell anything.</summary>
    /// <param name="pattern">The pattern.</param>
    public static string? Of(TextPattern pattern)
    {
        // Case is compared without doubt in ASCII alone.
        var stretches = Stretches().Matches(pattern.Source).Select(match => match.Value).Where(stretch => stretch.Length >= Least);
        return stretches.Select(stretch => stretch.Length > Most ? stretch[^Most..] : stretch).MinBy(KeyFrequency.OfPart);
    }

    [GeneratedRegex(@"[\x00-)+-\x7F]+", RegexOptions.CultureInvariant)]
    private static partial Regex Stretches();
}
