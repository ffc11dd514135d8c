namespace DetectionKit.Engine.Conditions;

/// <summary>Writes comparisons as a search does.</summary>
internal static class ConditionText
{
    /// <summary><c>column="text"</c></summary>
    public static string Comparison(string column, string text) => $"{column}={Quoted(text)}";

    /// <summary>The text in quotes.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
