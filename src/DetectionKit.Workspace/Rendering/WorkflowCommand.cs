namespace DetectionKit.Workspace.Rendering;

/// <summary>Texts as GitHub's workflow commands take them.</summary>
public static class WorkflowCommand
{
    /// <summary>What stands behind the command.</summary>
    /// <param name="text">Any text.</param>
    public static string Data(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
    }

    /// <summary>A property's value.</summary>
    /// <param name="text">Any text.</param>
    public static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
