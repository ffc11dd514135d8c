namespace DetectionKit.Compiler.Emit;

/// <summary>The C# of one detection.</summary>
/// <param name="ClassName">The class, without its namespace.</param>
/// <param name="Text">The whole file, with the <c>#line</c> directives that lead back to the rule.</param>
public sealed record GeneratedSource(string ClassName, string Text)
{
    /// <summary>The namespace of all classes.</summary>
    public const string Namespace = "DetectionKit.Detections";

    /// <summary>The class's full name in the image.</summary>
    public string FullName => $"{Namespace}.{ClassName}";

    /// <summary>The text without directives, for people.</summary>
    public string Readable =>
        string.Join('\n', Text.Split('\n').Where(line => !line.StartsWith("#line", StringComparison.Ordinal)));
}
