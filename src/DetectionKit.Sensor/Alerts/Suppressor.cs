using DetectionKit.Abstractions.Values;

namespace DetectionKit.Sensor.Alerts;

/// <summary>
/// Holds back rows that count once, as the rule's <c>throttling</c> says: a row whose values of the rule's fields were in another alert within the period, by the
/// time of its events. Later revisions of an alert that went out go out. Bounded: beyond the limit the oldest values are forgotten, so that a row too many goes out, none too few.
/// </summary>
/// <param name="most">How many groups of values are remembered.</param>
internal sealed class Suppressor(int most = 100_000)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byAge = new();

    /// <summary>Alerts that were held back.</summary>
    public long Suppressed { get; private set; }

    /// <summary>Whether the alert goes out.</summary>
    public bool Passes(Alert alert)
    {
        if (alert.Detection?.Throttling is not { Fields.IsDefaultOrEmpty: false } throttling)
            return true;
        var key = $"{alert.Live.Result.Detection.Id}\0{string.Join('\0', throttling.Fields.Select(field => alert.Row[field].ToText()))}";
        var time = alert.Live.Result.Time;
        if (_entries.TryGetValue(key, out var node))
        {
            if (string.Equals(node.Value.AlertId, alert.Id, StringComparison.Ordinal))
                return true;
            if (time < node.Value.Until)
            {
                Suppressed++;
                return false;
            }

            _byAge.Remove(node);
        }

        var until = new Timestamp(time.Nanoseconds + (Math.Clamp(throttling.Seconds, 0, 1_000_000_000) * Timestamp.NanosecondsPerSecond));
        _entries[key] = _byAge.AddLast(new Entry(key, alert.Id, until));
        if (_entries.Count > most)
        {
            _entries.Remove(_byAge.First!.Value.Key);
            _byAge.RemoveFirst();
        }

        return true;
    }

    private sealed record Entry(string Key, string AlertId, Timestamp Until);
}
