using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;

namespace DetectionKit.Sensor.Alerts;

/// <summary>
/// Holds back rows that count once, as the rule's <c>throttling</c> says: a row whose values of the rule's fields were in another alert within the period, by the
/// time of its events. Later revisions of an alert that went out go out. Bounded: beyond the limit the oldest values are forgotten, so that a row too many goes out, none too few.
/// </summary>
/// <param name="most">How many groups of values are remembered.</param>
internal sealed class Suppressor(int most = 100_000)
{
    private readonly Dictionary<string, LinkedListNode<ThrottledValues>> _values = new(StringComparer.Ordinal);
    private readonly LinkedList<ThrottledValues> _byAge = new();

    /// <summary>Alerts that were held back.</summary>
    public long Suppressed { get; private set; }

    /// <summary>What is remembered, the oldest first.</summary>
    public IReadOnlyCollection<ThrottledValues> Remembered => _byAge;

    /// <summary>The alert, where it goes out, with the period that it begins; null: it is held back.</summary>
    public Alert? Pass(Alert alert)
    {
        if (alert.Detection?.Throttling is not { Fields.IsDefaultOrEmpty: false } throttling)
            return alert;
        var key = string.Join('\0', [alert.Live.Result.Detection.Id, .. throttling.Fields.SelectMany(field => new[] { field, alert.Row[field].ToText() })]);
        var time = alert.Live.Result.Time;
        if (_values.TryGetValue(key, out var known))
        {
            if (string.Equals(known.Value.AlertId, alert.Id, StringComparison.Ordinal))
            {
                // What did not hold in the end holds nothing back any more.
                if (alert.Live.State == LiveRowState.Withdrawn)
                    Forget(known);
                return alert;
            }

            if (time < known.Value.Until)
            {
                Suppressed++;
                return null;
            }
        }

        var until = new Timestamp(time.Nanoseconds + (Math.Clamp(throttling.Seconds, 0, 1_000_000_000) * Timestamp.NanosecondsPerSecond));
        var begun = new ThrottledValues(key, alert.Id, until);
        Remember(begun);
        return alert with { Throttled = begun };
    }

    /// <summary>Remembers values, as an earlier process did.</summary>
    public void Remember(ThrottledValues values)
    {
        if (_values.TryGetValue(values.Key, out var known))
            _byAge.Remove(known);
        _values[values.Key] = _byAge.AddLast(values);
        if (_values.Count <= most)
            return;
        _values.Remove(_byAge.First!.Value.Key);
        _byAge.RemoveFirst();
    }

    /// <summary>Forgets values whose period is over by then.</summary>
    public void ForgetBefore(Timestamp time)
    {
        for (var node = _byAge.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Until <= time)
                Forget(node);
            node = next;
        }
    }

    private void Forget(LinkedListNode<ThrottledValues> node)
    {
        _values.Remove(node.Value.Key);
        _byAge.Remove(node);
    }
}
