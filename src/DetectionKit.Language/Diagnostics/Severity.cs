namespace DetectionKit.Language.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>Something to know; never fails a check.</summary>
    Note,

    /// <summary>The rule runs, but perhaps not as meant; <c>--strict</c> makes it an error.</summary>
    Warning,

    /// <summary>The rule does not run.</summary>
    Error,
}
