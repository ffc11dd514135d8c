using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Mapping;

/// <summary>Takes paths of files apart, be they Windows' or POSIX'.</summary>
internal static class PathText
{
    /// <summary>What is behind the last separator.</summary>
    /// <param name="path">The path.</param>
    public static Value FileName(Value path)
    {
        var text = path.ToText();
        return Value.Of(text[(text.LastIndexOfAny(['\\', '/']) + 1)..]);
    }
}
