using System.Globalization;

namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>
/// Records that wait on disk for one sink, in a folder of their own: a writer appends, a reader takes them in order and acknowledges. Bounded. What was
/// acknowledged may come again after a crash; what was accepted is never lost by one. What the medium damages costs the damaged records alone. One writer thread
/// and one reader thread.
/// </summary>
internal sealed class Spool : IDisposable
{
    private readonly SpoolOptions _options;
    private readonly SpoolSegments _segments;
    private readonly SpoolTail _tail;
    private readonly DeliveryMark _mark;
    private readonly SemaphoreSlim _arrivals = new(0);
    private SegmentReader? _head;
    private long _depth;
    private long _skipped;

    /// <summary>Opens a folder as a spool; what an earlier process left is there again.</summary>
    public Spool(string folder, SpoolOptions options)
    {
        _options = options;
        _segments = new(folder);
        _tail = new(_segments, options);
        _mark = new(folder);
        var (segment, offset, sequence) = _mark.Read();
        if (_segments.Numbers.Contains(segment))
        {
            foreach (var gone in _segments.Numbers.Where(number => number < segment))
                _segments.Delete(gone);
            _head = new SegmentReader(_segments.PathOf(segment), segment, Math.Clamp(offset, 0, _segments.LengthOf(segment)));
        }

        LastSequence = sequence;
        foreach (var number in _segments.Numbers)
        {
            foreach (var record in SegmentReader.All(_segments.PathOf(number), _head?.Number == number ? _head.Offset : 0))
            {
                _depth++;
                LastSequence = Math.Max(LastSequence, record.Sequence);
            }
        }
    }

    /// <summary>Records that were accepted and not acknowledged.</summary>
    public long Depth => Interlocked.Read(ref _depth);

    /// <summary>Bytes on disk.</summary>
    public long Bytes => _segments.Bytes;

    /// <summary>Records that were accepted since the spool was opened.</summary>
    public long Accepted { get; private set; }

    /// <summary>Records that were refused: no room, the disk full or failing.</summary>
    public long Refused { get; private set; }

    /// <summary>Why the last one was refused.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The highest number of a record that was ever accepted, by an earlier process too; 0: none was.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Bytes of segments that the reader passed over since they are no record: damaged, or cut off by a crash.</summary>
    public long Skipped => Interlocked.Read(ref _skipped);

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

        Interlocked.Add(ref _depth, accepted);
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
            _tail.Sync();
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
            // Asked in this order: behind a segment that had a later one, nothing comes any more, so that what is read is all of it.
            var isClosed = _segments.HasLaterThan(_head!.Number);
            _head.Peek(most, records, _segments.LengthOf(_head.Number));
            if (records.Count > 0 || !isClosed)
                break;
            LeaveHead(_head);
        }

        return records;
    }

    /// <summary>Takes the first records that <see cref="Peek"/> gave away: they are delivered.</summary>
    public void Acknowledge(int count)
    {
        if (count == 0 || _head is null)
            return;
        Skip(_head.Take(count));
        Interlocked.Add(ref _depth, -count);
        _mark.Write(_head.Number, _head.Offset, _head.Sequence);
    }

    public void Dispose()
    {
        if (_options.Sync != SpoolSync.Never)
            TrySync();
        _tail.Dispose();
        _head?.Dispose();
        _mark.Dispose();
        _arrivals.Dispose();
    }

    private bool TryWrite(long sequence, ReadOnlySpan<byte> payload)
    {
        if (payload.Length is 0 or > SegmentFormat.LargestRecord)
            return Refuse("a record is too large");
        if (Bytes + SegmentFormat.HeaderBytes + payload.Length > _options.MaxBytes)
            return Refuse(string.Create(CultureInfo.InvariantCulture, $"the spool holds {Bytes} bytes and has no room"));
        try
        {
            _tail.Write(sequence, payload);
            LastSequence = sequence;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(e.Message);
        }
    }

    private bool Refuse(string why)
    {
        Refusal = why;
        Refused++;
        return false;
    }

    private bool OpenHead()
    {
        if (_segments.First is not { } first)
            return false;
        _head = new SegmentReader(_segments.PathOf(first), first, 0);
        return true;
    }

    private void LeaveHead(SegmentReader head)
    {
        Skip(_segments.LengthOf(head.Number) - head.Offset);
        head.Dispose();
        _segments.Delete(head.Number);
        _head = null;
    }

    private void Skip(long bytes)
    {
        if (bytes > 0)
            Interlocked.Add(ref _skipped, bytes);
    }
}
