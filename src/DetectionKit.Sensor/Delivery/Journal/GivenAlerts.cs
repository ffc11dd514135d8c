using DetectionKit.Engine.Live;

namespace DetectionKit.Sensor.Delivery.Journal;

/// <summary>
/// Which alerts were accepted in the windows that count, up to which revision, and the records of those that have no final one yet. Bounded: what is beyond the
/// limits is counted as forgotten.
/// </summary>
/// <param name="most">How many alerts.</param>
/// <param name="mostBytes">How many bytes of records.</param>
internal sealed class GivenAlerts(int most = 200_000, long mostBytes = 64L << 20)
{
    private readonly Dictionary<string, Given> _alerts = new(StringComparer.Ordinal);
    private long _bytes;
    private long _window = long.MinValue;

    /// <summary>Alerts of which is not known any more that they were given, or what with.</summary>
    public long Forgotten { get; private set; }

    /// <summary>The highest revision of each alert.</summary>
    public Dictionary<string, int> Revisions() => _alerts.ToDictionary(pair => pair.Key, pair => pair.Value.Revision, StringComparer.Ordinal);

    /// <summary>The records of alerts that have no final revision, in the order in which they were given.</summary>
    public IEnumerable<byte[]> Open() => _alerts.Values.Where(given => given.Record is not null).OrderBy(given => given.Sequence).Select(given => given.Record!);

    /// <summary>Records that say as much as all that came: whole ones of alerts that are open, short ones of the others.</summary>
    public IEnumerable<byte[]> Records() => _alerts.OrderBy(pair => pair.Value.Sequence)
        .Select(pair => pair.Value.Record ?? new AlertRecord(pair.Value.Sequence, 0, pair.Key, pair.Value.Window, pair.Value.Revision, LiveRowState.Final, null, null).Encode());

    /// <summary>Notes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="encoded">The same as bytes.</param>
    public void Note(AlertRecord record, byte[] encoded)
    {
        Enter(record.Window);
        if (_alerts.Remove(record.AlertId, out var known))
            _bytes -= known.Record?.Length ?? 0;
        if (_alerts.Count >= most)
        {
            Forgotten++;
            return;
        }

        var body = record.State == LiveRowState.Open && record.Alert is not null ? encoded : null;
        if (body is not null && _bytes + body.Length > mostBytes)
        {
            Forgotten++;
            body = null;
        }

        _bytes += body?.Length ?? 0;
        _alerts[record.AlertId] = new(record.Sequence, record.Window, record.Revision, body);
    }

    // A window that is over gives no more revisions. That which is the whole run (0) is never over.
    private void Enter(long window)
    {
        var order = window == 0 ? long.MaxValue : window;
        if (order <= _window)
            return;
        _window = order;
        foreach (var (id, given) in _alerts)
        {
            if (given.Record is null && given.Window != window)
                _alerts.Remove(id);
        }
    }

    private sealed record Given(long Sequence, long Window, int Revision, byte[]? Record);
}
