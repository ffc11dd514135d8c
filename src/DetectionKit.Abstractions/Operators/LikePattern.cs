namespace DetectionKit.Abstractions.Operators;

/// <summary>A pattern of eval's <c>LIKE</c>: <c>%</c> stands for any text, <c>_</c> for one character; case counts; nothing escapes. Immutable.</summary>
public sealed class LikePattern
{
    private LikePattern(string pattern) => Pattern = pattern;

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Reads a pattern; every text is one.</summary>
    /// <param name="pattern">The pattern.</param>
    public static LikePattern Of(string pattern) => new(pattern);

    /// <summary>Whether the whole text fits.</summary>
    /// <param name="text">The text.</param>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        var pattern = Pattern.AsSpan();
        int at = 0, p = 0, retryAt = 0, afterPercent = -1;
        while (at < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%')
            {
                afterPercent = ++p;
                retryAt = at;
            }
            else if (p < pattern.Length && (pattern[p] == '_' || pattern[p] == text[at]))
            {
                p++;
                at++;
            }
            else if (afterPercent >= 0)
            {
                // Only the latest percent sign needs to take more: what earlier ones took was the least.
                p = afterPercent;
                at = ++retryAt;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('%').IsEmpty;
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;
}
