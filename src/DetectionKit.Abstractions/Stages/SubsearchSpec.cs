using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Abstractions.Stages;

/// <summary>A search condition with subsearches in it: keeps the rows for which it holds. Each subsearch's rows stand for a condition: its columns must be so, in one of its rows.</summary>
/// <param name="Condition">The condition; asks for the subsearches' conditions through <see cref="RunContext.Filters"/>.</param>
/// <param name="OfEvents">Whether it is the condition on what is read: then columns <c>earliest latest index</c> of the subsearch say what is read.</param>
/// <param name="Limit">How many rows of each subsearch are taken; 0: all.</param>
public sealed record SubsearchSpec(RowPredicate Condition, bool OfEvents, int Limit) : StageSpec
{
    /// <summary>Whether a subsearch's column holds a condition in words, and no value that a field must have.</summary>
    /// <param name="column">The column.</param>
    public static bool IsCondition(string column) => column is "search" or "query";

    /// <summary>Whether a subsearch's column says what is read.</summary>
    /// <param name="column">The column.</param>
    public static bool IsAboutSource(string column) => column is "earliest" or "latest" or "_index_earliest" or "_index_latest" or "index" or "splunk_server";
}
