using System.Collections.Immutable;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Judging;

/// <summary>What was judged about one rule, and what its snapshot should be.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Found">What was found; to be written beside the snapshot when it differs.</param>
/// <param name="Accepted">The new snapshot, where the user accepted one; null: it stays as it is.</param>
/// <param name="Differs">Whether what was found is not what the snapshot has, after accepting.</param>
public sealed record Verdict(ImmutableArray<TestCase> Cases, Snapshot Found, Snapshot? Accepted, bool Differs);
