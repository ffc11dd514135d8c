namespace DetectionKit.Workspace.Content;

/// <summary>Reads single lines of a YAML file that is not parsed: a key at the margin and the value behind it.</summary>
internal static class MarginKeys
{
    /// <summary>The value of the key; null: the line has another.</summary>
    /// <param name="line">The line.</param>
    /// <param name="key">The key with its colon.</param>
    public static string? Value(ReadOnlySpan<char> line, string key) => line.StartsWith(key) ? Scalar(line[key.Length..]) : null;

    /// <summary>A value without its quotes, or without the comment behind it.</summary>
    public static string Scalar(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text is ['\'' or '"', ..] && text.LastIndexOf(text[0]) is > 0 and var end)
            return text[0] == '"' ? text[1..end].ToString() : text[1..end].ToString().Replace("''", "'", StringComparison.Ordinal);
        var comment = text.IndexOf(" #");
        return (comment < 0 ? text : text[..comment]).TrimEnd().ToString();
    }
}
