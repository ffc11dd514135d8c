namespace DetectionKit.Testing.Judging;

/// <summary>What the user takes as right.</summary>
/// <param name="Snapshots"><c>--accept</c>: what was found is the new snapshot, except new rows on benign datasets.</param>
/// <param name="Benign"><c>--accept-benign</c>: new rows on benign datasets too, for rules that document their false positives.</param>
public readonly record struct Acceptance(bool Snapshots, bool Benign);
