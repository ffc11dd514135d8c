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

    /// <summary>Two detections have one id.</summary>
    public static DiagnosticDescriptor DuplicateId { get; } =
        Error("DK1102", "duplicate id", "the id `{0}` belongs to another detection already");

    /// <summary>Two detections have one name.</summary>
    public static DiagnosticDescriptor DuplicateName { get; } =
        Error("DK1103", "duplicate name", "the name `{0}` belongs to another detection already");

    /// <summary>A file is not named after its detection.</summary>
    public static DiagnosticDescriptor FileNameDiffers { get; } =
        Warning("DK1104", "file name differs from name", "the file of a detection of this name is called `{0}.yml`");

    /// <summary>A lookup's data are not there.</summary>
    public static DiagnosticDescriptor LookupFileMissing { get; } =
        Warning("DK1105", "lookup without data", "there is no file `{0}` beside this definition; the lookup matches nothing");

    /// <summary>A lookup's data are no CSV.</summary>
    public static DiagnosticDescriptor BadCsv { get; } =
        Error("DK1106", "malformed CSV", "the data of this lookup cannot be read: {0}");

    /// <summary>Two macros or two lookups have one name.</summary>
    public static DiagnosticDescriptor DuplicateDefinition { get; } =
        Warning("DK1107", "defined twice", "the {0} `{1}` is defined already; the first definition counts");

    /// <summary>A rule names a data source that the content does not have.</summary>
    public static DiagnosticDescriptor UnknownDataSource { get; } =
        Warning("DK1109", "unknown data source", "no file of `data_sources` has the name `{0}`{1}");

    /// <summary>A rule names an analytic story that the content does not have.</summary>
    public static DiagnosticDescriptor UnknownStory { get; } =
        Warning("DK1110", "unknown analytic story", "no file of `stories` has the name `{0}`{1}");

    /// <summary>A rule changed and its version did not rise.</summary>
    public static DiagnosticDescriptor VersionNotRaised { get; } =
        Error("DK1108", "version not raised", "the rule was at version {0}: what differs since then needs a higher one, not {1}");
}
