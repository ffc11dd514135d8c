using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DetectionKit.Abstractions.Values;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Delivery.Spooling;
using DetectionKit.Sensor.Inputs.Following;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Delivery.Journal;

/// <summary>
/// What must outlive the process: which revisions of which alerts were accepted, which alerts are open, what throttling remembers, and how far logs were read. A file of records as in a
/// spool's segments, written before the spools are; rewritten whole, beside it, when it has grown. Used by one thread at a time.
/// </summary>
internal sealed class AlertJournal : IDisposable
{
    private const string Format = "dk-sensor alerts";
    private const int Version = 1;
    private const long LeastGrowth = 1 << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private const int Chunk = 1 << 16;
    private readonly string _path;
    private readonly SpoolSync _sync;
    private readonly Suppressor _suppressor;
    private readonly SensorLog _log;
    private readonly GivenAlerts _given = new();
    private readonly ArrayBufferWriter<byte> _frames = new(2 * Chunk);
    private readonly List<AlertRecord> _last = [];
    private byte[]? _positions;
    private FileStream? _file;
    private long _whole;
    private long _sequence;
    private Timestamp _newest;
    private DateTime _failed = DateTime.MinValue;
    private bool _isFailing;

    /// <summary>Reads what an earlier process wrote. What cannot be read is as if it were not there; the log says so.</summary>
    public AlertJournal(string path, SpoolSync sync, Suppressor suppressor, SensorLog log)
    {
        _path = path;
        _sync = sync;
        _suppressor = suppressor;
        _log = log;
        Read();
    }

    /// <summary>Alerts that the journal could not take: were the sensor killed, revisions of these may be given twice.</summary>
    public long Failures { get; private set; }

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

        Write(records);
        return numbered;
    }

    /// <summary>Writes down how far logs were read, where that is news.</summary>
    public void WritePositions()
    {
        if (NewPositions() is { } positions)
            Write([positions]);
    }

    /// <summary>Says that every sink has been offered all that was accepted.</summary>
    public void End() => Write(["{\"end\":true}"u8.ToArray()]);

    /// <summary>Forces what was written onto the medium.</summary>
    public void TrySync()
    {
        try
        {
            _file?.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            Fail(e, 0);
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Write(List<byte[]> records)
    {
        if (_file is null && DateTime.UtcNow - _failed < Pause)
        {
            Failures += records.Count;
            return;
        }

        try
        {
            if (_file is null || _file.Position > (2 * _whole) + LeastGrowth)
                Rewrite(records);
            else
                Write(_file, records);
            if (_sync == SpoolSync.Always)
                _file?.Flush(flushToDisk: true);
            if (_isFailing)
                _log.Say("state: can be written again");
            _isFailing = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(e, records.Count);
        }
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

    private void Fail(Exception e, int records)
    {
        if (!_isFailing)
            _log.Fail($"state: {e.Message}: until it can be written, a restart may give alerts twice");
        _isFailing = true;
        Failures += records;
        _failed = DateTime.UtcNow;
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // What it held in memory is in the next whole file.
        }

        _file = null;
    }

    // The old file stands until the new one is on the medium. What is accepted just now stands at the end, whole, as it would in the old one.
    private void Rewrite(List<byte[]> records)
    {
        _suppressor.ForgetBefore(_newest);
        _file?.Dispose();
        _file = null;
        var file = new FileStream(_path + ".new", FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            Write(file, [Header(), .. _suppressor.Remembered.Select(Encode)]);
            Write(file, _given.Records());
            if (_positions is { } positions)
                Write(file, [positions]);
            Write(file, records);
            file.Flush(flushToDisk: true);
            File.Move(_path + ".new", _path, overwrite: true);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _file = file;
        _whole = file.Position;
    }

    private void Write(FileStream file, IEnumerable<byte[]> records)
    {
        _frames.ResetWrittenCount();
        foreach (var record in records)
        {
            SegmentFormat.WriteHeader(_frames.GetSpan(SegmentFormat.HeaderBytes), _sequence, record);
            _frames.Advance(SegmentFormat.HeaderBytes);
            _frames.Write(record);
            if (_frames.WrittenCount < Chunk)
                continue;
            file.Write(_frames.WrittenSpan);
            _frames.ResetWrittenCount();
        }

        file.Write(_frames.WrittenSpan);
    }

    private static byte[] Header() => JsonSerializer.SerializeToUtf8Bytes(new { format = Format, version = Version });

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

    private void Read()
    {
        if (!File.Exists(_path))
            return;
        try
        {
            var (isFirst, read, skipped) = (true, 0L, 0L);
            foreach (var record in SegmentReader.All(_path))
            {
                if (isFirst && !IsHeader(record.Payload))
                    break;
                isFirst = false;
                (read, skipped) = (record.End, skipped + record.Skipped);
                Take(record);
            }

            if (isFirst)
                _log.Warn($"state: {_path} is not used: it is no journal of this version. Alerts of open windows may be given twice, and throttled ones once more");
            else if (skipped + new FileInfo(_path).Length - read is > 0 and var lost)
                _log.Warn(string.Create(CultureInfo.InvariantCulture, $"state: {lost} bytes of {_path} are damaged, or were cut off by a crash: what they said is not known"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.Warn($"state: {e.Message}");
        }
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
        catch (Exception e) when (IsForeign(e))
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
        catch (Exception e) when (IsForeign(e))
        {
            return null;
        }
    }

    private static bool IsHeader(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.TryGetProperty("format", out var format) && format.ValueEquals(Format) && json.RootElement.TryGetProperty("version", out var version) && version.TryGetInt32(out var number) && number == Version;
        }
        catch (Exception e) when (IsForeign(e))
        {
            return false;
        }
    }

    // What JSON of another shape throws.
    private static bool IsForeign(Exception e) => e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException;
}
