namespace DetectionKit.Abstractions.Functions;

/// <summary>The names in <c>$name$</c>: letters, digits, <c>_ . { } : -</c>, beginning with a letter or an underscore.</summary>
public static class OuterNames
{
    /// <summary>The name in <c>$name$</c> at a place; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place of the first <c>$</c>.</param>
    public static string? At(string text, int at)
    {
        if (text[at] != '$' || at + 2 >= text.Length || !(char.IsLetter(text[at + 1]) || text[at + 1] == '_'))
            return null;
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '{' or '}' or ':' or '-'))
            end++;
        return end < text.Length && text[end] == '$' ? text[(at + 1)..end] : null;
    }

    /// <summary>Every name with the place of its first <c>$</c>.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<(string Name, int At)> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at) is not { } name)
                continue;
            yield return (name, at);
            at += name.Length + 1;
        }
    }
}
