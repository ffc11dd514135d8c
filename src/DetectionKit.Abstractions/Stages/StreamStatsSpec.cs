using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>streamstats</c>: every row gets the aggregates of the rows up to it. Rows that lack a by-column stay without.</summary>
/// <param name="By">The by-columns.</param>
/// <param name="Functions">The aggregates.</param>
/// <param name="Window">How many rows are aggregated, the current one counted where it is; 0: all so far.</param>
/// <param name="TimeWindow">How far back in time, in seconds; 0: any time.</param>
/// <param name="Current">Whether the current row is aggregated too.</param>
/// <param name="Global">Whether the window counts rows of all groups.</param>
/// <param name="ResetOnChange">Whether all starts anew when the by-columns change from one row to the next.</param>
/// <param name="ResetBefore">When all starts anew before a row, or null.</param>
/// <param name="ResetAfter">When all starts anew behind a row, or null.</param>
public sealed record StreamStatsSpec(
    ImmutableArray<string> By,
    ImmutableArray<AggregateFunction> Functions,
    int Window,
    double TimeWindow,
    bool Current,
    bool Global,
    bool ResetOnChange,
    RowPredicate? ResetBefore,
    RowPredicate? ResetAfter) : StageSpec;
