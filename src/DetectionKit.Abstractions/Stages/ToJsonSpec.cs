using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>tojson</c>: writes columns as one JSON object.</summary>
/// <param name="Columns">Which columns, each under its type, the first that fits; empty: all under the default.</param>
/// <param name="Default">The type of columns that no pattern names; used where <paramref name="Columns"/> is empty.</param>
/// <param name="FillNull">Whether a value that its type cannot write becomes null instead of being left out.</param>
/// <param name="IncludeInternal">Whether columns with a leading underscore are written.</param>
/// <param name="Output">The column that gets the object.</param>
public sealed record ToJsonSpec(ImmutableArray<JsonColumn> Columns, JsonColumnType Default, bool FillNull, bool IncludeInternal, string Output) : StageSpec;

/// <summary>Columns and how they are written.</summary>
/// <param name="Pattern">The columns; may hold <c>*</c>.</param>
/// <param name="Type">How.</param>
public sealed record JsonColumn(string Pattern, JsonColumnType Type);

/// <summary>How a value is written as JSON (Splunk Search Reference, "tojson", data types).</summary>
public enum JsonColumnType
{
    /// <summary>Numbers, true, false, null and JSON as what they spell, all else as text.</summary>
    Auto,

    /// <summary>True or false: numbers but 0, and the words true and t.</summary>
    Bool,

    /// <summary>As the JSON that it spells.</summary>
    Json,

    /// <summary>As text.</summary>
    None,

    /// <summary>As a number.</summary>
    Num,

    /// <summary>As text.</summary>
    Str,
}
