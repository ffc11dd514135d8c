namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>A search uses a macro that nothing defines.</summary>
    public static DiagnosticDescriptor UnknownMacro { get; } =
        Error("DK1001", "unknown macro", "unknown macro `{0}`{1}");

    /// <summary>A macro that stands for something that is not here was taken as empty.</summary>
    public static DiagnosticDescriptor AssumedMacro { get; } =
        Note("DK1002", "macro without effect", "nothing defines the macro `{0}`; it is taken as {1}");

    /// <summary>A macro is used with too few or too many arguments.</summary>
    public static DiagnosticDescriptor MacroArgumentCount { get; } =
        Error("DK1003", "wrong number of macro arguments", "the macro `{0}` takes {1}, not {2}");

    /// <summary>A macro uses itself, perhaps through others.</summary>
    public static DiagnosticDescriptor RecursiveMacro { get; } =
        Error("DK1004", "recursive macro", "the macro `{0}` uses itself");

    /// <summary>A backtick or comment is not closed.</summary>
    public static DiagnosticDescriptor UnclosedMacro { get; } =
        Error("DK1005", "backtick not closed", "no backtick closes what this one opens");

    /// <summary>What stands between backticks is no macro use.</summary>
    public static DiagnosticDescriptor MalformedMacroUse { get; } =
        Error("DK1006", "malformed macro use", "between backticks a macro's name is expected, with arguments in parentheses where it takes some");

    /// <summary>Macros expand to more than any search has.</summary>
    public static DiagnosticDescriptor EndlessExpansion { get; } =
        Error("DK1007", "too many macro uses", "the macros of this search expand to too much text; the rest is left out");

    /// <summary>A search uses a lookup that nothing defines.</summary>
    public static DiagnosticDescriptor UndefinedLookup { get; } =
        Warning("DK1101", "undefined lookup", "the lookup `{0}` is not defined here and matches nothing{1}");
}
