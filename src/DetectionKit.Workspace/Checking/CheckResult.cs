using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Workspace.Checking;

/// <summary>What a check found.</summary>
/// <param name="Files">The files in ordinal order of their paths: the detections, and the content files that have something to say.</param>
/// <param name="Lookups">The lookups' tables by name, for a run.</param>
/// <param name="Compiled">How many detections were compiled; the others came out of the cache.</param>
public sealed record CheckResult(ImmutableArray<CheckedFile> Files, Lazy<ImmutableDictionary<string, LookupTable>> Lookups, int Compiled)
{
    /// <summary>The detections.</summary>
    public IEnumerable<CheckedFile> Detections => Files.Where(file => file.IsDetection);

    /// <summary>The detections without an error, which have a detector.</summary>
    public IEnumerable<CheckedFile> Runnable => Detections.Where(file => file.Ok && file.ClassName is not null);

    /// <summary>All diagnostics of all files.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Files.SelectMany(file => file.Diagnostics);

    /// <summary>Whether no file has an error.</summary>
    public bool Ok => Files.All(file => file.Ok);
}
