namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>There is no such data model.</summary>
    public static DiagnosticDescriptor UnknownModel { get; } = Error("DK3001", "unknown data model", "unknown data model `{0}`{1}");

    /// <summary>The data model has no such dataset.</summary>
    public static DiagnosticDescriptor UnknownDataset { get; } = Error("DK3002", "unknown dataset", "{1} has no dataset `{0}`{2}");

    /// <summary>The data model has no such field.</summary>
    public static DiagnosticDescriptor UnknownField { get; } = Error("DK3003", "unknown field", "unknown field `{0}` in {1}{2}");

    /// <summary>At this place of the search rows have no such column.</summary>
    public static DiagnosticDescriptor UnknownColumn { get; } =
        Error("DK3004", "unknown field", "no row can have the field `{0}` here: the commands before it leave {1}{2}");

    /// <summary>A command names a column that rows do not have, without harm.</summary>
    public static DiagnosticDescriptor IdleColumn { get; } =
        Warning("DK3005", "field without effect", "no row can have the field `{0}` here: the commands before it leave {1}");

    /// <summary>A comparison that no value can meet.</summary>
    public static DiagnosticDescriptor NeverHolds { get; } = Warning("DK3006", "never holds", "this never holds: `{0}` holds {1}, and {2}");

    /// <summary>A field that no reader of captures or logs fills.</summary>
    public static DiagnosticDescriptor UnfilledField { get; } = Warning("DK3007", "field that nothing fills", "nothing here fills `{0}`: {1}");

    /// <summary>Indexes are accepted and not compared.</summary>
    public static DiagnosticDescriptor IndexIgnored { get; } = Note("DK3008", "index", "there are no indexes here: `{0}` is true of every event");

    /// <summary>There is no such function.</summary>
    public static DiagnosticDescriptor UnknownFunction { get; } = Error("DK3009", "unknown function", "unknown function `{0}`{1}");

    /// <summary>A function has too few or too many arguments.</summary>
    public static DiagnosticDescriptor WrongArguments { get; } = Error("DK3010", "wrong arguments", "`{0}` takes {1}, not {2}");

    /// <summary>A value stands where a condition must.</summary>
    public static DiagnosticDescriptor ConditionExpected { get; } = Error("DK3011", "condition expected", "a condition must stand here; this is a value");

    /// <summary>A condition stands where a value must.</summary>
    public static DiagnosticDescriptor ValueExpected { get; } =
        Error("DK3012", "value expected", "a value must stand here; this is a condition: write `if(..., a, b)`");

    /// <summary>A word to search for where only fields can be compared.</summary>
    public static DiagnosticDescriptor WordInModel { get; } =
        Error("DK3013", "bare word", "a data model has no text to search for `{0}` in: compare a field");

    /// <summary>The wildcards of a rename do not pair up.</summary>
    public static DiagnosticDescriptor WildcardMismatch { get; } =
        Error("DK3014", "wildcards", "`{0}` and `{1}` do not have the same number of wildcards");

    /// <summary>A lookup has no such column.</summary>
    public static DiagnosticDescriptor UnknownLookupColumn { get; } = Error("DK3016", "unknown lookup column", "the lookup `{1}` has no column `{0}`{2}");

    /// <summary>A function of SPL that is not built yet.</summary>
    public static DiagnosticDescriptor UnsupportedFunction { get; } = Error("DK3017", "function not supported", "the function `{0}` is not supported yet");

    /// <summary>A field with a dot in its name stands without single quotes in an expression.</summary>
    public static DiagnosticDescriptor UnquotedDot { get; } =
        Error("DK3018", "dot in an expression", "here `.` joins two texts, and there is a field `{0}`; did you mean `'{0}'` in single quotes?");

    /// <summary>A regular expression cannot be read.</summary>
    public static DiagnosticDescriptor BadRegex { get; } = Error("DK3019", "regular expression", "this regular expression cannot be read: {0}");

    /// <summary>A rex without a named group extracts nothing.</summary>
    public static DiagnosticDescriptor NoNamedGroup { get; } =
        Error("DK3030", "no named group", "this regular expression extracts nothing: name a group, as in `(?<name>...)`");

    /// <summary>Nothing here knows where addresses are.</summary>
    public static DiagnosticDescriptor NoPlaces { get; } =
        Warning("DK3031", "no database of places", "nothing here knows where addresses are, so {0} stay empty; a lookup named `iplocation` with the column `network` and those fields would fill them");

    /// <summary>A command asks a Splunk installation.</summary>
    public static DiagnosticDescriptor NoInstallation { get; } =
        Warning("DK3032", "nothing to ask", "`{0}` asks a Splunk installation, and there is none here: it finds nothing");

    /// <summary>A command does something outside of the search.</summary>
    public static DiagnosticDescriptor PassedOver { get; } =
        Warning("DK3033", "nothing to act on", "`{0}` acts on a Splunk installation or takes its knowledge, and there is none here: rows go through as they are");

    /// <summary>A time modifier cannot be read.</summary>
    public static DiagnosticDescriptor BadTimeModifier { get; } =
        Error("DK3020", "time modifier", "`{0}` is no time: expected a modifier such as `-24h@h`, `now`, epoch seconds, or a date such as `10/19/2019:00:00:00`");

    /// <summary>A field of raw events that nothing lists, and whose name is a misspelling of one that is there.</summary>
    public static DiagnosticDescriptor MisspeltField { get; } = Error("DK3036", "misspelt field", "nothing lists a field `{0}`; did you mean `{1}`, {2}?");

    /// <summary>An aggregate of tstats names a model's field without its dataset.</summary>
    public static DiagnosticDescriptor UnprefixedField { get; } =
        Warning("DK3021", "field without its dataset", "`{0}` is no field of the data model's events, and so has no value here{1}");
}
