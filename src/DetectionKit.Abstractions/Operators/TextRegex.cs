using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Operators.Pcre;

namespace DetectionKit.Abstractions.Operators;

/// <summary>
/// A regular expression as rules write it (PCRE), made once. It runs in linear time where the expression allows that; one that needs
/// backtracking has a time limit, and what it cannot decide in time does not match and is counted. An expression that cannot be read never
/// matches. Safe for several threads.
/// </summary>
/// <remarks>
/// An automaton takes a hundred times as long to make as to ask, and asked for its groups it is slow. An expression that a row holds may be asked once only. So these, and
/// all where groups are wanted, begin with backtracking, and go over to the automaton when a text takes long.
/// </remarks>
public sealed class TextRegex
{
    private const int MostUndecided = 40;
    private const int MostRepeats = 10_000;
    private const int MostOfRows = 256;
    private const int LongestOfRows = 10_000;
    private static readonly ConcurrentDictionary<string, TextRegex> OfRows = new(StringComparer.Ordinal);
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Trial = TimeSpan.FromMilliseconds(10);
    private readonly string _translated = "";
    private volatile Regex? _regex;
    private volatile Regex? _capturing;
    private static int _anyUndecided;
    private int _undecided;

    private TextRegex(string pattern, bool onTrial = false)
    {
        Pattern = pattern;
        Groups = [];
        if (onTrial && pattern.Length > LongestOfRows)
        {
            Error = "the expression is too long for one that a row holds";
            return;
        }

        var translated = PcreTranslator.Translate(pattern);
        Groups = translated.Groups;
        (Error, ErrorOffset) = translated.Error is { } error ? (error.Message, error.Offset) : (null, 0);
        if (Error is not null)
            return;
        _translated = translated.Text;
        _regex = TryMake(translated, onTrial);
    }

    /// <summary>The expression as written.</summary>
    public string Pattern { get; }

    /// <summary>The capturing groups in the order of their numbers.</summary>
    public ImmutableArray<RegexGroup> Groups { get; }

    /// <summary>Why the expression cannot be read, or null.</summary>
    public string? Error { get; private set; }

    /// <summary>The character of <see cref="Pattern"/> at which <see cref="Error"/> shows.</summary>
    public int ErrorOffset { get; private set; }

    /// <summary>How many texts could not be decided in time. After 40 the expression is not tried any more, so that a run comes to an end.</summary>
    public int Undecided => _undecided;

    /// <summary>Whether any expression of this process could not decide a text: else none need be asked.</summary>
    public static bool AnyUndecided => Volatile.Read(ref _anyUndecided) != 0;

    /// <summary>Whether the expression runs in time that grows only with the text's length.</summary>
    public bool IsLinear => _regex is { } regex && regex.Options.HasFlag(RegexOptions.NonBacktracking);

    /// <summary>Reads an expression.</summary>
    /// <param name="pattern">The expression in PCRE's syntax.</param>
    public static TextRegex Of(string pattern) => new(pattern);

    /// <summary>
    /// The expression that a row holds: made once as long as few others come, so that it costs and times out as one that a rule holds. One of more than 10,000
    /// characters never matches: what wrote it decides how long reading it takes.
    /// </summary>
    /// <param name="pattern">The expression in PCRE's syntax.</param>
    internal static TextRegex OfData(string pattern)
    {
        if (pattern.Length > LongestOfRows)
            return new(pattern, onTrial: true);
        if (OfRows.TryGetValue(pattern, out var known))
            return known;
        if (OfRows.Count >= MostOfRows)
            OfRows.Clear();
        return OfRows.GetOrAdd(pattern, text => new TextRegex(text, onTrial: true));
    }

    /// <summary>Whether the expression matches somewhere in the text.</summary>
    /// <param name="text">The text.</param>
    public bool IsMatch(string text) => Decide(text, static (regex, text) => regex.IsMatch(text), false, captures: false);

    /// <summary>The matches from left to right. Groups are found by the numbers of <see cref="Groups"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">How many at most; 0: all.</param>
    public IReadOnlyList<Match> Matches(string text, int limit = 0) => Decide(
        (text, limit),
        static (regex, ask) =>
        {
            var found = new List<Match>();
            for (var match = regex.Match(ask.text); match.Success; match = match.NextMatch())
            {
                found.Add(match);
                if (found.Count == ask.limit)
                    break;
            }

            return (IReadOnlyList<Match>)found;
        },
        []);

    /// <summary>Every match replaced; the text itself where the expression cannot decide.</summary>
    /// <param name="text">The text.</param>
    /// <param name="replacement">The new text; <c>\1</c> stands for the first group.</param>
    /// <param name="most">How many characters may be put in, all together; matches beyond that are taken out alone.</param>
    public string Replace(string text, string replacement, int most = int.MaxValue) => replacement.Contains('\\', StringComparison.Ordinal)
        ? Decide(
            (text, replacement, most),
            static (regex, ask) =>
            {
                var room = (long)ask.most;
                return regex.Replace(ask.text, match => room < 0 || Filled(match, ask.replacement, (int)room) is var filled && (room -= filled.Length) < 0 ? "" : filled);
            },
            text)
        : Decide((text, replacement, most), static (regex, ask) => ReplaceAll(regex, ask.text, ask.replacement, ask.most), text, captures: false);

    // Of a match nothing counts but where it is, which costs far less to find than its groups.
    private static string ReplaceAll(Regex regex, string text, string replacement, int most)
    {
        System.Text.StringBuilder? made = null;
        var (from, room) = (0, (long)most);
        foreach (var match in regex.EnumerateMatches(text))
        {
            made = (made ?? new(text.Length)).Append(text, from, match.Index - from);
            from = match.Index + match.Length;
            if (room >= 0 && (room -= replacement.Length) >= 0)
                made.Append(replacement);
        }

        return made is null ? text : made.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>A replacement for one match.</summary>
    /// <param name="match">The match.</param>
    /// <param name="replacement">The new text; <c>\1</c> stands for the first group, <c>\0</c> for the whole.</param>
    /// <param name="most">Nothing is added to a text that is longer than this.</param>
    public static string Filled(Match match, string replacement, int most = int.MaxValue)
    {
        if (!replacement.Contains('\\', StringComparison.Ordinal))
            return replacement;
        var filled = new System.Text.StringBuilder();
        for (var i = 0; i < replacement.Length && filled.Length <= most; i++)
        {
            var next = replacement[i] == '\\' && i + 1 < replacement.Length ? replacement[i + 1] : '\0';
            if (char.IsAsciiDigit(next))
                filled.Append(match.Groups[next - '0'].ValueSpan);
            else if (next == '\\')
                filled.Append('\\');
            else
                filled.Append(replacement[i]);
            i += char.IsAsciiDigit(next) || next == '\\' ? 1 : 0;
        }

        return filled.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;

    private T Decide<TAsk, T>(TAsk ask, Func<Regex, TAsk, T> decide, T otherwise, bool captures = true)
    {
        if (!TryBegin(out var regex))
            return otherwise;
        if (captures && !Groups.IsEmpty)
            regex = _capturing ??= IsLinear ? new Regex(_translated, RegexOptions.CultureInvariant, Trial) : regex;
        try
        {
            try
            {
                return decide(regex, ask);
            }
            catch (RegexMatchTimeoutException) when (regex.MatchTimeout == Trial)
            {
                return decide(_capturing = IsLinear ? _regex! : _regex = Made(_translated), ask);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            CountUndecided();
            return otherwise;
        }
    }

    // An expression that could not decide too often is not tried, and what it is not tried on is counted.
    private bool TryBegin([NotNullWhen(true)] out Regex? regex)
    {
        regex = _regex is not null && _undecided < MostUndecided ? _regex : null;
        if (regex is null && _regex is not null)
            CountUndecided();
        return regex is not null;
    }

    private void CountUndecided()
    {
        Interlocked.Increment(ref _undecided);
        Volatile.Write(ref _anyUndecided, 1);
    }

    private Regex? TryMake(PcrePattern translated, bool onTrial)
    {
        try
        {
            return onTrial ? new Regex(translated.Text, RegexOptions.CultureInvariant, Trial) : Made(translated.Text);
        }
        catch (RegexParseException unreadable)
        {
            var message = unreadable.Message;
            Error = message[(message.LastIndexOf(". ", StringComparison.Ordinal) is >= 0 and var at && at + 2 < message.Length ? at + 2 : 0)..];
            ErrorOffset = translated.OffsetOf(unreadable.Offset - 1);
            return null;
        }
        catch (ArgumentException unreadable)
        {
            Error = unreadable.Message;
            return null;
        }
    }

    private static Regex Made(string pattern) => TryMakeLinear(pattern) ?? new Regex(pattern, RegexOptions.CultureInvariant, Limit);

    // Lookarounds, backreferences and the like need backtracking; and an automaton spells repeats out, which many of them make too large.
    private static Regex? TryMakeLinear(string pattern)
    {
        if (Repeats.Of(pattern) > MostRepeats)
            return null;
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
