using System.Buffers;
using System.Text.Json;
using DetectionKit.Abstractions.Values;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Delivery.Spooling;
using DetectionKit.Sensor.Inputs.Following;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Delivery.Journal;

/// <summary>
/// What must outlive the process: which revisions of which alerts were accepted, which alerts are open, what throttling remembers, and how far logs were read. Written before the spools are.
/// Used by one thread at a time.
/// </summary>
internal sealed class AlertJournal : IDisposable
{
    private readonly Suppressor _suppressor;
    private readonly SensorLog _log;
    private readonly GivenAlerts _given = new();
    private readonly JournalFile _file;
    private readonly List<AlertRecord> _last = [];
    private byte[]? _positions;
    private long _sequence;
    private Timestamp _newest;

    /// <summary>Reads what an earlier process wrote. What cannot be read is as if it were not there; the log says so.</summary>
    public AlertJournal(string path, SpoolSync sync, Suppressor suppressor, SensorLog log)
    {
        _suppressor = suppressor;
        _log = log;
        _file = new(path, sync, Whole, log);
        _file.Read(Take);
    }

    /// <summary>Alerts that the journal could not take: were the sensor killed, revisions of these may be given twice.</summary>
    public long Failures => _file.Failures;

    /// <summary>Alerts that it has forgotten since there are too many.</summary>
    public long Forgotten => _given.Forgotten;

    /// <summary>What was given of which alert, in windows that may go on.</summary>
    public IReadOnlyDictionary<string, int> Revisions => _given.Revisions();

    /// <summary>Alerts that were given and have no final revision.</summary>
    public IReadOnlyList<Alert> Open => [.. _given.Open().Select(record => TryDecode(record)?.Alert).OfType<Alert>()];

    /// <summary>Alerts that an earlier process was about to have accepted when it ended: not every sink may have them.</summary>
    public IReadOnlyList<Alert> Unsettled => [.. _last.Select(record => record.Alert).OfType<Alert>()];

    /// <summary>How far logs were read. What is set here is written with the next alerts, before them, or by <see cref="WritePositions"/>.</summary>
    public LogPositions Positions { get; set; } = LogPositions.None;

    /// <summary>Numbers go on behind this one, too.</summary>
    public void NumberFrom(long sequence) => _sequence = Math.Max(_sequence, sequence);

    /// <summary>Numbers alerts and writes them down.</summary>
    /// <returns>The same alerts, with numbers.</returns>
    public IReadOnlyList<Alert> Accept(IReadOnlyList<Alert> alerts)
    {
        if (alerts.Count == 0)
            return alerts;
        var batch = _sequence + 1;
        var numbered = new List<Alert>(alerts.Count);
        var records = new List<byte[]>(alerts.Count + 1);
        if (NewPositions() is { } positions)
            records.Add(positions);
        foreach (var alert in alerts)
        {
            var one = alert with { Sequence = ++_sequence };
            var record = AlertRecord.Of(one, batch);
            var encoded = record.Encode();
            if (encoded.Length > SegmentFormat.LargestRecord)
            {
                record = record with { Alert = null };
                encoded = record.Encode();
            }

            numbered.Add(one);
            records.Add(encoded);
            _given.Note(record, encoded);
            if (alert.Live.Result.Time > _newest)
                _newest = alert.Live.Result.Time;
        }

        _file.Write(records, _sequence);
        return numbered;
    }

    /// <summary>Writes down how far logs were read, where that is news.</summary>
    public void WritePositions()
    {
        if (NewPositions() is { } positions)
            _file.Write([positions], _sequence);
    }

    /// <summary>Says that every sink has been offered all that was accepted.</summary>
    public void End() => _file.Write(["{\"end\":true}"u8.ToArray()], _sequence);

    /// <summary>Forces what was written onto the medium.</summary>
    public void TrySync() => _file.TrySync();

    public void Dispose() => _file.Dispose();

    private IEnumerable<byte[]> Whole()
    {
        _suppressor.ForgetBefore(_newest);
        var all = _suppressor.Remembered.Select(Encode).Concat(_given.Records());
        return _positions is { } positions ? all.Append(positions) : all;
    }

    private byte[]? NewPositions()
    {
        if (Positions.Logs.IsEmpty)
            return null;
        var encoded = Positions.Encode();
        if (_positions is { } known && encoded.AsSpan().SequenceEqual(known))
            return null;
        return _positions = encoded;
    }

    private static byte[] Encode(ThrottledValues values)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            AlertRecord.WriteThrottled(json, values);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private void Take(SegmentRecord record)
    {
        NumberFrom(record.Sequence);
        try
        {
            using var document = JsonDocument.Parse(record.Payload);
            var json = document.RootElement;
            if (json.TryGetProperty("logs", out _))
                (Positions, _positions) = (LogPositions.Decode(json), record.Payload);
            else if (json.TryGetProperty("end", out _))
                _last.Clear();
            else if (json.TryGetProperty("alert_id", out _))
                Take(AlertRecord.Decode(json), record.Payload);
            else if (json.TryGetProperty("throttled", out var throttled))
                _suppressor.Remember(AlertRecord.ReadThrottled(throttled));
        }
        catch (Exception e) when (AlertRecord.IsForeign(e))
        {
            _log.Warn($"state: a record is passed over: {e.Message}");
        }
    }

    private void Take(AlertRecord record, byte[] encoded)
    {
        NumberFrom(record.Sequence);
        _given.Note(record, encoded);
        if (record.Throttled is { } throttled)
            _suppressor.Remember(throttled);
        if (_last.Count > 0 && _last[0].Batch != record.Batch)
            _last.Clear();
        if (record.Alert is not null)
            _last.Add(record);
    }

    private static AlertRecord? TryDecode(byte[] record)
    {
        try
        {
            using var document = JsonDocument.Parse(record);
            return AlertRecord.Decode(document.RootElement);
        }
        catch (Exception e) when (AlertRecord.IsForeign(e))
        {
            return null;
        }
    }
}
