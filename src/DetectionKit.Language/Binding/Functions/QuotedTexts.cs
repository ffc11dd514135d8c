namespace DetectionKit.Language.Binding.Functions;

/// <summary>Finds the way from a text back to the quotes that it was written in.</summary>
internal static class QuotedTexts
{
    /// <summary>Where a character of the content stands in what was written; null where the two do not fit together.</summary>
    /// <param name="written">With its quotes, or bare.</param>
    /// <param name="content">The content with its escapes resolved.</param>
    /// <param name="index">The character of the content.</param>
    public static int? PlaceOf(string written, string content, int index)
    {
        if (string.Equals(written, content, StringComparison.Ordinal))
            return index < written.Length ? index : null;
        if (written.Length == 0 || written[0] is not ('"' or '\''))
            return null;
        var at = 1;
        for (var i = 0; i < index && at < written.Length; i++)
            at += IsEscape(written, at) ? 2 : 1;
        return at < written.Length - 1 ? at : null;
    }

    private static bool IsEscape(string written, int at) =>
        written[at] == '\\' && at + 1 < written.Length && (written[at + 1] == written[0] || written[at + 1] == '\\');
}
