namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>A quote, comment or macro runs to the end of the search.</summary>
    public static DiagnosticDescriptor Unclosed { get; } = Error("DK2001", "not closed", "{0} is not closed");

    /// <summary>Something else must stand here.</summary>
    public static DiagnosticDescriptor Expected { get; } = Error("DK2002", "syntax", "expected {0}, found {1}");

    /// <summary>There is no such command.</summary>
    public static DiagnosticDescriptor UnknownCommand { get; } = Error("DK2003", "unknown command", "unknown command `{0}`{1}");

    /// <summary>Something that cannot stand here.</summary>
    public static DiagnosticDescriptor Unexpected { get; } = Error("DK2005", "syntax", "{0} cannot stand here");

    /// <summary>A command has no such option.</summary>
    public static DiagnosticDescriptor UnknownOption { get; } = Error("DK2006", "unknown option", "`{1}` has no option `{0}`{2}");

    /// <summary>An option has a value that it cannot have.</summary>
    public static DiagnosticDescriptor BadOptionValue { get; } = Error("DK2007", "wrong value", "`{0}` cannot be `{1}`: expected {2}");

    /// <summary>An option of SPL, or one of its values, that is not built yet.</summary>
    public static DiagnosticDescriptor UnsupportedOption { get; } = Error("DK2008", "not supported", "{0} is not supported yet");

    /// <summary>Parentheses, functions or operators are nested beyond the limit.</summary>
    public static DiagnosticDescriptor TooDeep { get; } = Error("DK2009", "too deep", "this is nested too deeply: the limit is {0}");

    /// <summary>There is nothing to run.</summary>
    public static DiagnosticDescriptor EmptySearch { get; } = Error("DK2010", "empty search", "the search is empty");

    /// <summary>A macro was left in the text.</summary>
    public static DiagnosticDescriptor UnexpandedMacro { get; } = Error("DK2011", "macro", "the macro use {0} cannot stand here");

    /// <summary><c>or</c>, <c>and</c>, <c>not</c> in lower case are words to search for.</summary>
    public static DiagnosticDescriptor LowercaseOperator { get; } =
        Warning("DK2012", "word or operator", "`{0}` in lower case is a word to search for; the operator is `{1}`");

    /// <summary>Quotes stand inside a quoted value without a backslash.</summary>
    public static DiagnosticDescriptor NestedQuotes { get; } =
        Warning("DK2013", "quotes inside a value", "the quotes inside this value are not part of it; write \\\" for a quote");

    /// <summary>A command that makes events or rows stands behind another.</summary>
    public static DiagnosticDescriptor NotFirst { get; } = Error("DK2014", "not the first command", "`{0}` must be the first command of a search");

    /// <summary>A command that works on rows stands first.</summary>
    public static DiagnosticDescriptor NoInput { get; } = Error("DK2015", "nothing to work on", "`{0}` cannot be the first command: nothing comes before it");

    /// <summary>A command stands among the arguments of the one before it.</summary>
    public static DiagnosticDescriptor LostPipe { get; } = Error("DK2017", "pipe missing", "a `|` is missing before the command `{0}`");

    /// <summary>A macro stands for a command, and is used among the arguments of another.</summary>
    public static DiagnosticDescriptor CommandAsWords { get; } =
        Warning("DK2018", "pipe missing", "the macro `{0}` stands for a command, and no `|` stands before it: its text is read as arguments of the command before");

    /// <summary>A condition of search compares with the value of a function.</summary>
    public static DiagnosticDescriptor CallInSearch { get; } =
        Error("DK2019", "call in a search", "a search compares with texts and calls no function: compare with `{0}(...)` in `where`");

    /// <summary>A command that is left out by design.</summary>
    public static DiagnosticDescriptor LeftOutCommand { get; } =
        Error("DK2030", "command left out", "the command `{0}` is left out by design: {1}");

    /// <summary>There is no such aggregate.</summary>
    public static DiagnosticDescriptor UnknownAggregate { get; } = Error("DK2016", "unknown aggregate", "unknown aggregate function `{0}`{1}");
}
