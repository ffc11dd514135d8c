namespace DetectionKit.Language.Yaml;

/// <summary>How a scalar is written (YAML 1.2, chapters 7.3 and 8.1).</summary>
public enum YamlScalarStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single quotes; two of them are one.</summary>
    SingleQuoted,

    /// <summary>In double quotes, with escapes.</summary>
    DoubleQuoted,

    /// <summary>A block after <c>|</c>: lines are kept.</summary>
    Literal,

    /// <summary>A block after <c>&gt;</c>: lines are folded.</summary>
    Folded,
}
