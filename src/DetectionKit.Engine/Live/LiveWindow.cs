using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Live;

/// <summary>A window, and what was given of rows whose detector closed within it: its rule may have changed, or an earlier process may have ended. Such a detector begins again.</summary>
/// <param name="start">When it began; 0: the window is the whole run.</param>
/// <param name="revisions">Revisions so far, by alert id.</param>
internal sealed class LiveWindow(Timestamp start, IReadOnlyDictionary<string, int>? revisions = null)
{
    public Timestamp Start { get; } = start;

    /// <summary>The revisions in which rows were closed, by alert id.</summary>
    public Dictionary<string, int> Revisions { get; } = revisions is null ? new(StringComparer.Ordinal) : new(revisions, StringComparer.Ordinal);
}
