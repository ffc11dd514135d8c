using System.Text.RegularExpressions;

namespace DetectionKit.Abstractions.Operators;

/// <summary>
/// A bare word or phrase of the search command: it is found where breakers or the ends of the text stand on both sides, without case unless asked; <c>*</c> stands
/// for any characters up to the next major breaker (Splunk Enterprise, segmenters.conf; Search Manual, "Event segmentation and searching", "Use CASE and TERM to match phrases"). Immutable, linear in time.
/// </summary>
public sealed class TermPattern
{
    /// <summary>Major breakers as they stand inside brackets of a regular expression: what separates indexed terms.</summary>
    public const string MajorBreakers = @"\[\]<>(){}|!;,'""*\s&?+";
    private const string Minor = @"/:=@.\-$#%\\_";

    private readonly Regex _regex;

    private TermPattern(string term, bool isTerm, bool withCase)
    {
        Term = term;
        var breakers = isTerm ? MajorBreakers : MajorBreakers + Minor;
        var core = string.Join($"[^{MajorBreakers}]*", term.Split('*').Select(Regex.Escape));
        _regex = new Regex(
            $"{(IsBreaker(term[..Math.Min(1, term.Length)], breakers) ? "" : $"(?:^|[{breakers}])")}{core}{(IsBreaker(term[Math.Max(0, term.Length - 1)..], breakers) ? "" : $"(?:$|[{breakers}])")}",
            (withCase ? RegexOptions.None : RegexOptions.IgnoreCase) | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            Regex.InfiniteMatchTimeout);
    }

    /// <summary>The term as written.</summary>
    public string Term { get; }

    /// <summary>Reads a term; every text is one.</summary>
    /// <param name="term">The term.</param>
    /// <param name="isTerm"><c>TERM()</c>: only major breakers bound it.</param>
    /// <param name="withCase"><c>CASE()</c>: upper and lower case differ.</param>
    public static TermPattern Of(string term, bool isTerm = false, bool withCase = false) => new(term, isTerm, withCase);

    /// <summary>Whether the text holds the term.</summary>
    /// <param name="text">The text.</param>
    public bool IsIn(string text) => _regex.IsMatch(text);

    // A phrase that begins or ends with a breaker brings its bound along.
    private static bool IsBreaker(string edge, string breakers) => edge is not "*" && Regex.IsMatch(edge, $"[{breakers}]", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public override string ToString() => Term;
}
