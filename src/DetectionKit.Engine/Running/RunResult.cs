using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>What a run gave.</summary>
/// <param name="Rows">The rows: detection after detection in the order in which they were given, each one's rows in its own order.</param>
/// <param name="Notices">Failures and limits, in the same order.</param>
/// <param name="Now">What now was: the time of the last event.</param>
/// <param name="Events">How many events came.</param>
public sealed record RunResult(ImmutableArray<ResultRow> Rows, ImmutableArray<RunNotice> Notices, Timestamp Now, long Events);
