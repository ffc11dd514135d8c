namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>A content file is no mapping.</summary>
    public static DiagnosticDescriptor NotAMapping { get; } =
        Error("DK0101", "file is no mapping", "this is no {0}: a mapping of keys and values is expected");

    /// <summary>A required key is missing.</summary>
    public static DiagnosticDescriptor MissingKey { get; } =
        Error("DK0102", "missing key", "`{1}` is missing in {0}");

    /// <summary>A key is not of the schema.</summary>
    public static DiagnosticDescriptor UnknownKey { get; } =
        Error("DK0103", "unknown key", "unknown key `{1}` in {0}{2}");

    /// <summary>A key is of an older generation of the schema.</summary>
    public static DiagnosticDescriptor OlderKey { get; } =
        Warning("DK0104", "key of an older schema", "the key `{1}` in {0} belongs to an older schema and has no effect");

    /// <summary>A value is a text where a list is expected, or the like.</summary>
    public static DiagnosticDescriptor WrongNodeKind { get; } =
        Error("DK0105", "wrong kind of value", "`{0}` must be {1}, this is {2}");

    /// <summary>A number is none or out of range.</summary>
    public static DiagnosticDescriptor NotInRange { get; } =
        Error("DK0106", "number expected", "`{0}` must be a whole number from {1} to {2}");

    /// <summary>A value is not of its closed vocabulary.</summary>
    public static DiagnosticDescriptor UnknownValue { get; } =
        Error("DK0107", "unknown value", "`{0}` is no {1}{2}");

    /// <summary>An id is no UUID.</summary>
    public static DiagnosticDescriptor BadUuid { get; } =
        Error("DK0108", "malformed UUID", "`{0}` is no UUID: 8-4-4-4-12 hexadecimal digits");

    /// <summary>A date is none.</summary>
    public static DiagnosticDescriptor BadDate { get; } =
        Error("DK0109", "malformed date", "`{0}` is no date: yyyy-mm-dd");

    /// <summary>An ATT&amp;CK id is malformed.</summary>
    public static DiagnosticDescriptor BadAttackId { get; } =
        Error("DK0110", "malformed ATT&CK id", "`{0}` is no id of an ATT&CK technique: T1234 or T1234.001");

    /// <summary>A CVE id is malformed.</summary>
    public static DiagnosticDescriptor BadCveId { get; } =
        Error("DK0111", "malformed CVE id", "`{0}` is no CVE id: CVE-2024-12345");

    /// <summary>A reference is no URL.</summary>
    public static DiagnosticDescriptor BadReference { get; } =
        Warning("DK0112", "reference is no link", "`{0}` is no http or https address");

    /// <summary>A text that says nothing.</summary>
    public static DiagnosticDescriptor EmptyText { get; } =
        Error("DK0113", "empty text", "`{0}` is empty");

    /// <summary>A production detection has no test.</summary>
    public static DiagnosticDescriptor ProductionWithoutTest { get; } =
        Warning("DK0114", "production without a test", "a detection in production needs a test, or `manual_test` with the reason why none can run");

    /// <summary>A detection that scores says no score.</summary>
    public static DiagnosticDescriptor NoRisk { get; } =
        Warning("DK0115", "no risk", "a detection of type {0} says nothing of risk: `rba` is missing");

    /// <summary>A truth value is none.</summary>
    public static DiagnosticDescriptor NotBoolean { get; } =
        Error("DK0116", "true or false expected", "`{0}` must be true or false");

    /// <summary>A lookup's match type is malformed.</summary>
    public static DiagnosticDescriptor BadMatchType { get; } =
        Error("DK0117", "malformed match type", "`{0}` is no match type: WILDCARD(column), CIDR(column) or EXACT(column)");
}
