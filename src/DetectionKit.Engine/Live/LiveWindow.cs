using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Live;

/// <summary>
/// A window, and what was given of rows whose detector closed within it: its rule may have changed, or an earlier process may have ended. Such a detector begins again.
/// Bounded: of alerts beyond the limit the revision is forgotten, and counts from 1 again.
/// </summary>
/// <param name="start">When it began; 0: the window is the whole run.</param>
/// <param name="earlier">Revisions that an earlier run gave, by alert id.</param>
internal sealed class LiveWindow(Timestamp start, IReadOnlyDictionary<string, int>? earlier = null)
{
    private const int Most = 1_000_000;
    private readonly Dictionary<string, int> _revisions = new(StringComparer.Ordinal);

    public Timestamp Start { get; } = start;

    /// <summary>Revisions that are not known any more since there were too many.</summary>
    public long Forgotten { get; private set; }

    /// <summary>The revision in which an alert's row was closed; 0: none was.</summary>
    public int RevisionOf(string alert) => _revisions.TryGetValue(alert, out var revision) ? revision : earlier?.GetValueOrDefault(alert) ?? 0;

    /// <summary>Notes that an alert's row was closed.</summary>
    public void Note(string alert, int revision)
    {
        if (_revisions.Count < Most || _revisions.ContainsKey(alert))
            _revisions[alert] = revision;
        else
            Forgotten++;
    }
}
