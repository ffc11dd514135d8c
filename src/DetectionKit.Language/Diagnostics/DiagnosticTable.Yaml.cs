namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>The text is not YAML.</summary>
    public static DiagnosticDescriptor InvalidYaml { get; } =
        Error("DK0001", "invalid YAML", "this is not valid YAML: {0}");

    /// <summary>A mapping has a key twice.</summary>
    public static DiagnosticDescriptor DuplicateKey { get; } =
        Error("DK0002", "duplicate key", "the key `{0}` stands here a second time");
}
