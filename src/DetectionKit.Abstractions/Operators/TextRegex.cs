using System.Text.RegularExpressions;

namespace DetectionKit.Abstractions.Operators;

/// <summary>
/// A regular expression as rules write it (PCRE), made once. It runs in linear time where the expression allows that; one that needs
/// backtracking has a time limit, and what it cannot decide in time does not match. An expression that cannot be read never matches. Immutable.
/// </summary>
public sealed class TextRegex
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);
    private readonly Regex? _regex;

    private TextRegex(string pattern)
    {
        Pattern = pattern;
        _regex = TryMake(pattern, out var error);
        Error = error;
    }

    /// <summary>The expression as written.</summary>
    public string Pattern { get; }

    /// <summary>Why the expression cannot be read, or null.</summary>
    public string? Error { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="pattern">The expression in PCRE's syntax.</param>
    public static TextRegex Of(string pattern) => new(pattern);

    /// <summary>Whether the expression matches somewhere in the text.</summary>
    /// <param name="text">The text.</param>
    public bool IsMatch(string text)
    {
        try
        {
            return _regex?.IsMatch(text) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Every match replaced; the text itself where the expression cannot decide.</summary>
    /// <param name="text">The text.</param>
    /// <param name="replacement">The new text; <c>\1</c> stands for the first group.</param>
    public string Replace(string text, string replacement)
    {
        try
        {
            return _regex?.Replace(text, match => Filled(match, replacement)) ?? text;
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;

    private static Regex? TryMake(string pattern, out string? error)
    {
        error = null;
        var translated = PcreSyntax.Translate(pattern);
        try
        {
            return new Regex(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            // Lookarounds, backreferences and the like need backtracking.
            return new Regex(translated, RegexOptions.CultureInvariant, Limit);
        }
        catch (ArgumentException unreadable)
        {
            error = unreadable.Message;
            return null;
        }
    }

    private static string Filled(Match match, string replacement)
    {
        if (!replacement.Contains('\\', StringComparison.Ordinal))
            return replacement;
        var filled = new System.Text.StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
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
}
