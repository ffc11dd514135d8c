namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>Reads the records of one segment, past whatever is damaged.</summary>
internal sealed class SegmentReader : IDisposable
{
    private const int SearchBytes = 1 << 16;
    private readonly FileStream _file;
    private readonly Queue<SegmentRecord> _shown = new();

    public SegmentReader(string path, long number, long offset)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, SearchBytes);
        Number = number;
        Offset = offset;
    }

    /// <summary>The segment's number.</summary>
    public long Number { get; }

    /// <summary>Up to where records were taken.</summary>
    public long Offset { get; private set; }

    /// <summary>The number of the record that was taken last; 0: none was.</summary>
    public long Sequence { get; private set; }

    /// <summary>All records of a file, from an offset on.</summary>
    public static IEnumerable<SegmentRecord> All(string path, long offset = 0)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, SearchBytes);
        for (var limit = file.Length; Next(file, offset, limit) is { } record; offset = record.End)
            yield return record;
    }

    /// <summary>Reads the next records without taking them.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="records">Gets them.</param>
    /// <param name="limit">Up to where the segment is written.</param>
    public void Peek(int most, List<byte[]> records, long limit)
    {
        // What was buffered may be older than what is written by now.
        _file.Seek(0, SeekOrigin.End);
        _shown.Clear();
        var offset = Offset;
        while (records.Count < most && Next(_file, offset, limit) is { } record)
        {
            records.Add(record.Payload);
            _shown.Enqueue(record with { Payload = [] });
            offset = record.End;
        }
    }

    /// <summary>Takes the first of the records that were read.</summary>
    /// <returns>Bytes between them that were passed over.</returns>
    public long Take(int count)
    {
        var skipped = 0L;
        for (var i = 0; i < count; i++)
        {
            var record = _shown.Dequeue();
            (Offset, Sequence) = (record.End, record.Sequence);
            skipped += record.Skipped;
        }

        return skipped;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The first record at or behind an offset that is whole; null: there is none before the limit.</summary>
    private static SegmentRecord? Next(FileStream file, long offset, long limit)
    {
        var begin = offset;
        while (begin >= 0)
        {
            if (ReadAt(file, begin, limit, begin - offset) is { } record)
                return record;
            begin = FindMark(file, begin + 1, limit);
        }

        return null;
    }

    private static SegmentRecord? ReadAt(FileStream file, long offset, long limit, long skipped)
    {
        Span<byte> header = stackalloc byte[SegmentFormat.HeaderBytes];
        if (limit - offset < header.Length)
            return null;
        Seek(file, offset);
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return null;
        if (SegmentFormat.LengthOf(header) is not { } length || limit - offset - header.Length < length)
            return null;
        var payload = new byte[length];
        if (file.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length || !SegmentFormat.IsWhole(header, payload))
            return null;
        return new(SegmentFormat.SequenceOf(header), payload, offset + header.Length + length, skipped);
    }

    // Where the next mark stands; -1: there is none.
    private static long FindMark(FileStream file, long offset, long limit)
    {
        var window = new byte[SearchBytes];
        var mark = SegmentFormat.Mark;
        while (limit - offset >= SegmentFormat.HeaderBytes)
        {
            Seek(file, offset);
            var read = file.ReadAtLeast(window.AsSpan(0, (int)Math.Min(window.Length, limit - offset)), SegmentFormat.HeaderBytes, throwOnEndOfStream: false);
            if (window.AsSpan(0, read).IndexOf(mark) is >= 0 and var found)
                return offset + found;
            if (read < SegmentFormat.HeaderBytes)
                return -1;
            offset += read - mark.Length + 1;
        }

        return -1;
    }

    // A position that is set anew costs the buffer.
    private static void Seek(FileStream file, long offset)
    {
        if (file.Position != offset)
            file.Position = offset;
    }
}
