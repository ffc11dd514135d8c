using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DetectionKit.Sensor.Delivery.Spooling;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Delivery.Journal;

/// <summary>
/// The journal's file: records as in a spool's segments behind one that names format and version. It grows; once it has grown enough, or could not be written, it is written whole
/// beside itself and takes its own place. Where that fails it is tried again every few seconds. Used by one thread at a time.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="sync">How it is forced onto the medium.</param>
/// <param name="whole">What a whole file begins with, behind the header.</param>
/// <param name="log">Is told what is wrong.</param>
internal sealed class JournalFile(string path, SpoolSync sync, Func<IEnumerable<byte[]>> whole, SensorLog log) : IDisposable
{
    private const string Format = "dk-sensor alerts";
    private const int Version = 1;
    private const long LeastGrowth = 1 << 20;
    private const int Chunk = 1 << 16;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ArrayBufferWriter<byte> _frames = new(2 * Chunk);
    private FileStream? _file;
    private long _whole;
    private DateTime _failed = DateTime.MinValue;
    private bool _isFailing;

    /// <summary>Records that it could not take.</summary>
    public long Failures { get; private set; }

    /// <summary>Reads what an earlier process wrote. What cannot be read is as if it were not there; the log says so.</summary>
    /// <param name="take">Takes a record.</param>
    public void Read(Action<SegmentRecord> take)
    {
        if (!File.Exists(path))
            return;
        try
        {
            var (isFirst, read, skipped) = (true, 0L, 0L);
            foreach (var record in SegmentReader.All(path))
            {
                if (isFirst && !IsHeader(record.Payload))
                    break;
                isFirst = false;
                (read, skipped) = (record.End, skipped + record.Skipped);
                take(record);
            }

            if (isFirst)
                log.Warn($"state: {path} is not used: it is no journal of this version. Alerts of open windows may be given twice, and throttled ones once more");
            else if (skipped + new FileInfo(path).Length - read is > 0 and var lost)
                log.Warn(string.Create(CultureInfo.InvariantCulture, $"state: {lost} bytes of {path} are damaged, or were cut off by a crash: what they said is not known"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Warn($"state: {e.Message}");
        }
    }

    /// <summary>Adds records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="sequence">The number that they get.</param>
    public void Write(IReadOnlyCollection<byte[]> records, long sequence)
    {
        if (_file is null && DateTime.UtcNow - _failed < Pause)
        {
            Failures += records.Count;
            return;
        }

        try
        {
            if (_file is null || _file.Position > (2 * _whole) + LeastGrowth)
                Rewrite(records, sequence);
            else
                Write(_file, records, sequence);
            if (sync == SpoolSync.Always)
                _file?.Flush(flushToDisk: true);
            if (_isFailing)
                log.Say("state: can be written again");
            _isFailing = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(e, records.Count);
        }
    }

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

    private void Fail(Exception e, int records)
    {
        if (!_isFailing)
            log.Fail($"state: {e.Message}: until it can be written, a restart may give alerts twice");
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
    private void Rewrite(IReadOnlyCollection<byte[]> records, long sequence)
    {
        _file?.Dispose();
        _file = null;
        var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            Write(file, [Header()], sequence);
            Write(file, whole(), sequence);
            Write(file, records, sequence);
            file.Flush(flushToDisk: true);
            File.Move(path + ".new", path, overwrite: true);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _file = file;
        _whole = file.Position;
    }

    private void Write(FileStream file, IEnumerable<byte[]> records, long sequence)
    {
        _frames.ResetWrittenCount();
        foreach (var record in records)
        {
            SegmentFormat.WriteHeader(_frames.GetSpan(SegmentFormat.HeaderBytes), sequence, record);
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

    private static bool IsHeader(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.TryGetProperty("format", out var format) && format.ValueEquals(Format) && json.RootElement.TryGetProperty("version", out var version) && version.TryGetInt32(out var number) && number == Version;
        }
        catch (Exception e) when (AlertRecord.IsForeign(e))
        {
            return false;
        }
    }
}
