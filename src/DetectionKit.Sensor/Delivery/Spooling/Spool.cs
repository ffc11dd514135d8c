using System.Buffers;
using System.Globalization;

namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>
/// Records that wait on disk for one sink, in a folder of their own: a writer appends, a reader takes them in order and acknowledges. Bounded. What was
/// acknowledged may come again after a crash; what was accepted is never lost by one. What the medium damages costs the damaged records alone. One writer thread
/// and one reader thread.
/// </summary>
internal sealed class Spool : IDisposable
{
    private const string MarkFile = "delivered";
    private readonly string _folder;
    private readonly SpoolOptions _options;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly SortedDictionary<long, long> _segments = [];
    private readonly ArrayBufferWriter<byte> _record = new();
    private readonly FileStream _mark;
    private long _skipped;
    private FileStream? _tail;
    private SegmentReader? _head;
    private long _tailNumber;
    private long _bytes;

    /// <summary>Opens a folder as a spool; what an earlier process left is there again.</summary>
    public Spool(string folder, SpoolOptions options)
    {
        _folder = folder;
        _options = options;
        Directory.CreateDirectory(folder);
        _mark = new FileStream(Path.Combine(folder, MarkFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 0);
        foreach (var file in Directory.GetFiles(folder))
        {
            if (SegmentFormat.NumberOf(file) is { } number)
                Add(number, new FileInfo(file).Length);
        }

        var (segment, offset, sequence) = ReadMark();
        if (_segments.TryGetValue(segment, out var length))
        {
            foreach (var gone in _segments.Keys.Where(number => number < segment).ToList())
                Delete(gone);
            _head = new SegmentReader(PathOf(segment), segment, Math.Clamp(offset, 0, length));
        }

        LastSequence = sequence;
        foreach (var number in _segments.Keys)
        {
            foreach (var record in SegmentReader.All(PathOf(number), _head?.Number == number ? _head.Offset : 0))
            {
                Depth++;
                LastSequence = Math.Max(LastSequence, record.Sequence);
            }
        }

        _tailNumber = _segments.Count == 0 ? 0 : _segments.Keys.Last();
    }

    /// <summary>Records that were accepted and not acknowledged.</summary>
    public long Depth { get; private set; }

    /// <summary>Bytes on disk.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Records that were accepted since the spool was opened.</summary>
    public long Accepted { get; private set; }

    /// <summary>Records that were refused: no room, the disk full or failing.</summary>
    public long Refused { get; private set; }

    /// <summary>Why the last one was refused.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The highest number of a record that was ever accepted, by an earlier process too; 0: none was.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Bytes of segments that the reader passed over since they are no record: damaged, or cut off by a crash.</summary>
    public long Skipped => Volatile.Read(ref _skipped);

    /// <summary>Appends records, all of them or as many as there is room for, and forces them onto the medium where that is asked for.</summary>
    /// <param name="records">The records; their numbers grow.</param>
    /// <returns>How many were accepted.</returns>
    public int Append(IReadOnlyList<(long Sequence, ReadOnlyMemory<byte> Payload)> records)
    {
        var accepted = 0;
        foreach (var (sequence, payload) in records)
        {
            if (TryWrite(sequence, payload.Span))
                accepted++;
        }

        lock (_lock)
            Depth += accepted;
        if (accepted > 0)
            _arrivals.Release();

        // What the medium may not have is not accepted; it may be delivered all the same.
        if (_options.Sync == SpoolSync.Always && accepted > 0 && !TrySync())
        {
            Refused += accepted;
            return 0;
        }

        Accepted += accepted;
        return accepted;
    }

    /// <summary>Forces what was appended onto the medium.</summary>
    public bool TrySync()
    {
        try
        {
            _tail?.Flush(flushToDisk: true);
            return true;
        }
        catch (IOException e)
        {
            Refusal = e.Message;
            return false;
        }
    }

    /// <summary>Waits until something may be there to read.</summary>
    public bool WaitForArrival(TimeSpan atMost, CancellationToken cancellation)
    {
        try
        {
            return _arrivals.Wait(atMost, cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The next records, without taking them: the same ones again until they are acknowledged.</summary>
    public IReadOnlyList<byte[]> Peek(int most)
    {
        var records = new List<byte[]>();
        while (records.Count == 0)
        {
            if (_head is null && !OpenHead())
                break;
            _head!.Peek(most, records, LimitOf(_head.Number));
            if (records.Count > 0 || !NextSegment())
                break;
        }

        return records;
    }

    /// <summary>Takes the first records that <see cref="Peek"/> gave away: they are delivered.</summary>
    public void Acknowledge(int count)
    {
        if (count == 0 || _head is null)
            return;
        Skip(_head.Take(count));
        lock (_lock)
            Depth -= count;
        WriteMark(_head.Number, _head.Offset, _head.Sequence);
    }

    public void Dispose()
    {
        if (_options.Sync != SpoolSync.Never)
            TrySync();
        _tail?.Dispose();
        _head?.Dispose();
        _mark.Dispose();
        _arrivals.Dispose();
    }

    private bool TryWrite(long sequence, ReadOnlySpan<byte> payload)
    {
        var size = SegmentFormat.HeaderBytes + payload.Length;
        if (payload.Length is 0 or > SegmentFormat.LargestRecord)
            return Refuse("a record is too large");
        if (Bytes + size > _options.MaxBytes)
            return Refuse(string.Create(CultureInfo.InvariantCulture, $"the spool holds {Bytes} bytes and has no room"));
        var begin = -1L;
        try
        {
            var tail = Tail();
            begin = tail.Position;
            _record.ResetWrittenCount();
            SegmentFormat.WriteHeader(_record.GetSpan(SegmentFormat.HeaderBytes), sequence, payload);
            _record.Advance(SegmentFormat.HeaderBytes);
            _record.Write(payload);
            tail.Write(_record.WrittenSpan);
            lock (_lock)
            {
                _segments[_tailNumber] = tail.Position;
                _bytes += size;
            }

            LastSequence = sequence;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GiveUpTail(begin);
            return Refuse(e.Message);
        }
    }

    // A record that is half written must not stand before the next one: cut it away, or go on in another segment.
    private void GiveUpTail(long begin)
    {
        try
        {
            using var tail = _tail;
            _tail = null;
            if (begin >= 0)
                tail?.SetLength(begin);
            if (begin == 0)
            {
                lock (_lock)
                    Delete(_tailNumber);
            }
        }
        catch (IOException)
        {
            // What cannot be cut now is passed over.
        }
    }

    private bool Refuse(string why)
    {
        Refusal = why;
        Refused++;
        return false;
    }

    private FileStream Tail()
    {
        if (_tail is { } tail && tail.Position < _options.SegmentBytes)
            return tail;
        if (_options.Sync != SpoolSync.Never)
            _tail?.Flush(flushToDisk: true);
        _tail?.Dispose();
        _tail = null;
        _tailNumber++;
        _tail = new FileStream(PathOf(_tailNumber), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        lock (_lock)
            _segments[_tailNumber] = 0;
        return _tail;
    }

    private bool OpenHead()
    {
        long first;
        lock (_lock)
        {
            if (_segments.Count == 0)
                return false;
            first = _segments.Keys.First();
        }

        _head = new SegmentReader(PathOf(first), first, 0);
        return true;
    }

    // The head is read to its end: where a later segment is there, nothing more will come into this one.
    private bool NextSegment()
    {
        lock (_lock)
        {
            if (_segments.Keys.All(number => number <= _head!.Number))
                return false;
            Skip(_segments.GetValueOrDefault(_head!.Number) - _head.Offset);
            _head.Dispose();
            Delete(_head.Number);
        }

        _head = null;
        return true;
    }

    private long LimitOf(long number)
    {
        lock (_lock)
            return _segments.GetValueOrDefault(number);
    }

    private void Add(long number, long length)
    {
        _segments[number] = length;
        _bytes += length;
    }

    private void Delete(long number)
    {
        if (_segments.Remove(number, out var length))
            _bytes -= length;
        File.Delete(PathOf(number));
    }

    private void Skip(long bytes)
    {
        if (bytes > 0)
            Interlocked.Add(ref _skipped, bytes);
    }

    private (long Segment, long Offset, long Sequence) ReadMark()
    {
        Span<byte> text = stackalloc byte[80];
        _mark.Position = 0;
        var parts = System.Text.Encoding.ASCII.GetString(text[.._mark.Read(text)]).Split(' ', '\n');
        return parts.Length >= 3 && Number(0, out var segment) && Number(1, out var offset) && Number(2, out var sequence) ? (segment, offset, sequence) : default;

        bool Number(int part, out long number) => long.TryParse(parts[part], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    // One write of a fixed length: a crash leaves the old mark or the new one, and either is right.
    private void WriteMark(long segment, long offset, long sequence)
    {
        try
        {
            _mark.Position = 0;
            _mark.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{segment:D19} {offset:D19} {sequence:D19}\n")));
            _mark.Flush();
        }
        catch (IOException)
        {
            // Then records are delivered again.
        }
    }

    private string PathOf(long number) => Path.Combine(_folder, SegmentFormat.FileName(number));
}
