using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>transaction</c>: groups events that agree in columns and lie close in time. Goes through them the newest first, as Splunk does.</summary>
/// <param name="Columns">The columns in which a transaction's events agree.</param>
/// <param name="MaxSpan">From the first event to the last, in nanoseconds; null: any.</param>
/// <param name="MaxPause">Between two events, in nanoseconds; null: any.</param>
/// <param name="MaxEvents">How many events; null: any number.</param>
/// <param name="StartsWith">What the first event must be; null: anything.</param>
/// <param name="EndsWith">What the last event must be; null: anything.</param>
/// <param name="Connected">Whether an event that shares no column with any transaction begins one of its own.</param>
/// <param name="KeepEvicted">Whether transactions without their first or last event are given too.</param>
/// <param name="KeepOrphans">Whether events that belong to no transaction are given too.</param>
/// <param name="Lists">The columns whose values are listed as they came; <c>*</c>: all. Of others each value is kept once, in order of text.</param>
/// <param name="NullText">What stands in a list for an event that lacks the column.</param>
public sealed record TransactionSpec(
    ImmutableArray<string> Columns,
    long? MaxSpan,
    long? MaxPause,
    int? MaxEvents,
    RowPredicate? StartsWith,
    RowPredicate? EndsWith,
    bool Connected,
    bool KeepEvicted,
    bool KeepOrphans,
    ImmutableArray<string> Lists,
    string NullText) : StageSpec;
