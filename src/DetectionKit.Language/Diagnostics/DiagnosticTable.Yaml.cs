namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>The text is not YAML.</summary>
    public static DiagnosticDescriptor InvalidYaml { get; } =
        Error("DK0001", "invalid YAML", "this is not valid YAML: {0}");

    /// <summary>A mapping has a key twice.</summary>
    public static DiagnosticDescriptor DuplicateKey { get; } =
        Error("DK0002", "duplicate key", "the key `{0}` stands here a second time");

    /// <summary>A line is indented as no open block is.</summary>
    public static DiagnosticDescriptor BadIndent { get; } =
        Error("DK0003", "bad indentation", "this line is indented by {0}, which fits nothing above it; {1} would");

    /// <summary>A mapping's key is itself a mapping or a list.</summary>
    public static DiagnosticDescriptor KeyNotScalar { get; } =
        Error("DK0004", "key is no text", "a key must be a text, this is {0}");

    /// <summary>An alias names no anchor.</summary>
    public static DiagnosticDescriptor UnknownAnchor { get; } =
        Error("DK0005", "unknown anchor", "no anchor `&{0}` stands above this");

    /// <summary>A file holds more than one document.</summary>
    public static DiagnosticDescriptor SecondDocument { get; } =
        Error("DK0006", "second document", "a second document begins here; a file holds one");

    /// <summary>A file cannot be read.</summary>
    public static DiagnosticDescriptor UnreadableFile { get; } =
        Error("DK0007", "unreadable file", "the file cannot be read: {0}");

    /// <summary>A file has octets that are no UTF-8.</summary>
    public static DiagnosticDescriptor NoUtf8 { get; } = Warning("DK0008", "no UTF-8", "this file is no UTF-8: from here on, what is none is read as U+FFFD");
}
