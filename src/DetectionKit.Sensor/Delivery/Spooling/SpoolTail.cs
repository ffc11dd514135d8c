using System.Buffers;

namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>The end of a spool, where records are added. A process begins a segment of its own. For one thread.</summary>
/// <param name="segments">The spool's segments.</param>
/// <param name="options">How large they grow, and how they are forced onto the medium.</param>
internal sealed class SpoolTail(SpoolSegments segments, SpoolOptions options) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _record = new();
    private FileStream? _file;
    private long _number = segments.Numbers is [.., var last] ? last : 0;

    /// <summary>Adds a record. Where that fails, nothing of it is left before the next one.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="payload">Its bytes.</param>
    /// <exception cref="IOException">The disk is full, or fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not this user's any more.</exception>
    public void Write(long sequence, ReadOnlySpan<byte> payload)
    {
        var begin = -1L;
        try
        {
            var file = File();
            begin = file.Position;
            _record.ResetWrittenCount();
            SegmentFormat.WriteHeader(_record.GetSpan(SegmentFormat.HeaderBytes), sequence, payload);
            _record.Advance(SegmentFormat.HeaderBytes);
            _record.Write(payload);
            file.Write(_record.WrittenSpan);
            segments.SetLength(_number, file.Position);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GiveUp(begin);
            throw;
        }
    }

    /// <summary>Forces what was written onto the medium.</summary>
    /// <exception cref="IOException">It may not be there.</exception>
    public void Sync() => _file?.Flush(flushToDisk: true);

    public void Dispose() => _file?.Dispose();

    private FileStream File()
    {
        if (_file is { } file && file.Position < options.SegmentBytes)
            return file;
        if (options.Sync != SpoolSync.Never)
            Sync();
        _file?.Dispose();
        _file = null;
        _number++;
        _file = new FileStream(segments.PathOf(_number), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        segments.SetLength(_number, 0);
        return _file;
    }

    // A record that is half written must not stand before the next one: cut it away, or go on in another segment.
    private void GiveUp(long begin)
    {
        try
        {
            using var file = _file;
            _file = null;
            if (begin >= 0)
                file?.SetLength(begin);
            if (begin == 0)
                segments.Delete(_number);
        }
        catch (IOException)
        {
            // What cannot be cut now is passed over.
        }
    }
}
