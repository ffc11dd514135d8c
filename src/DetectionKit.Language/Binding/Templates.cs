using DetectionKit.Language.Binding.Columns;

namespace DetectionKit.Language.Binding;

/// <summary>The templates of foreach in names and texts: <c>&lt;&lt;FIELD&gt;&gt;</c>.</summary>
internal static class Templates
{
    /// <summary>Whether a name or text holds a template.</summary>
    public static bool IsOne(string text) =>
        text.IndexOf("<<", StringComparison.Ordinal) is >= 0 and var open && text.IndexOf(">>", open, StringComparison.Ordinal) > open;

    /// <summary>The column under which a text with templates is read.</summary>
    public static string OfText(string text) => "\"" + text;

    /// <summary>The name that a template stands for where a pattern meets a column; null where they do not meet.</summary>
    public static string? Fill(string template, string pattern, string column)
    {
        if ((column.StartsWith('_') && !pattern.StartsWith('_')) || Wildcards.Capture(pattern, column) is not { } captured)
            return null;
        var text = template.Replace("<<FIELD>>", column, StringComparison.Ordinal).Replace("<<MATCHSTR>>", string.Concat(captured), StringComparison.Ordinal);
        for (var i = 1; i <= 3; i++)
            text = text.Replace($"<<MATCHSEG{i}>>", captured.ElementAtOrDefault(i - 1) ?? "", StringComparison.Ordinal);
        return text;
    }
}
