namespace DetectionKit.Engine.Stages.Extract;

/// <summary>Cuts a text into keys and values. Quotes hold delimiters together and are taken off.</summary>
internal static class PairReader
{
    /// <summary>The pairs in the order of the text; a stretch without a key delimiter is passed over.</summary>
    public static IEnumerable<(string Key, string Value)> Read(string text, string pairDelimiters, string keyDelimiters)
    {
        for (var at = 0; at < text.Length;)
        {
            var (key, afterKey) = Part(text, at, keyDelimiters, pairDelimiters);
            if (afterKey >= text.Length || !keyDelimiters.Contains(text[afterKey], StringComparison.Ordinal))
            {
                at = afterKey + 1;
                continue;
            }

            var (value, afterValue) = Part(text, afterKey + 1, pairDelimiters, "");
            if (key.Length > 0 && value.Length > 0)
                yield return (key, value);
            at = afterValue + 1;
        }
    }

    private static (string Text, int End) Part(string text, int start, string ends, string alsoEnds)
    {
        if (start < text.Length && text[start] is '"' or '\'')
        {
            var close = text.IndexOf(text[start], start + 1);
            if (close > 0)
            {
                var end = close + 1;
                while (end < text.Length && !Ends(text[end]))
                    end++;
                return (text[(start + 1)..close], end);
            }
        }

        var at = start;
        while (at < text.Length && !Ends(text[at]))
            at++;
        return (text[start..at].Trim(), at);

        bool Ends(char unit) => ends.Contains(unit, StringComparison.Ordinal) || alsoEnds.Contains(unit, StringComparison.Ordinal);
    }
}
