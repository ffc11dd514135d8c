using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary>
/// <c>foreach</c>: assignments done once for each column of a list, or for each item of one column. Their names and texts hold templates such as
/// <c>&lt;&lt;FIELD&gt;&gt;</c>; a name with templates is read as a column of that very name, a text with templates as a column named by a double
/// quote and the text, and both are filled each time.
/// </summary>
/// <param name="Mode">What is gone through.</param>
/// <param name="Patterns">The columns, or the one column whose items are gone through.</param>
/// <param name="Assignments">The assignments in order.</param>
/// <param name="Templates">The names and texts with templates that the assignments read.</param>
public sealed record ForeachSpec(ForeachMode Mode, ImmutableArray<string> Patterns, ImmutableArray<EvalAssignment> Assignments, ImmutableArray<string> Templates) : StageSpec;

/// <summary>What foreach goes through.</summary>
public enum ForeachMode
{
    /// <summary>The columns that fit a list of names and patterns.</summary>
    Multifield,

    /// <summary>The items of a multivalue column.</summary>
    Multivalue,

    /// <summary>The items of a JSON array.</summary>
    JsonArray,

    /// <summary>The items of a JSON array, where the column holds one, else those of a multivalue column.</summary>
    AutoCollections,
}
