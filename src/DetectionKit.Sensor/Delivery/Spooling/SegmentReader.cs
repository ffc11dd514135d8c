namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>Reads the records of one segment.</summary>
internal sealed class SegmentReader : IDisposable
{
    private readonly FileStream _file;
    private readonly Queue<int> _sizes = new();

    public SegmentReader(string path, long number, long offset)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        Number = number;
        Offset = offset;
    }

    /// <summary>The segment's number.</summary>
    public long Number { get; }

    /// <summary>Up to where records were taken.</summary>
    public long Offset { get; private set; }

    /// <summary>Cuts what a crash left behind the last whole record.</summary>
    /// <returns>The length of what is whole.</returns>
    public static long CutToWhole(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        var whole = 0L;
        while (ReadRecord(file, file.Length) is { } record)
            whole += SegmentFormat.HeaderBytes + record.Length;
        if (whole < file.Length)
            file.SetLength(whole);
        return whole;
    }

    /// <summary>How many records stand behind an offset.</summary>
    public static long Count(string path, long offset, long limit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        file.Position = offset;
        var count = 0L;
        while (ReadRecord(file, limit) is not null)
            count++;
        return count;
    }

    /// <summary>Reads the next records without taking them.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="records">Gets them.</param>
    /// <param name="limit">Up to where the segment is written.</param>
    public void Peek(int most, List<byte[]> records, long limit)
    {
        // What was buffered may be older than what is written by now.
        _file.Seek(0, SeekOrigin.End);
        _file.Position = Offset;
        _sizes.Clear();
        while (records.Count < most && ReadRecord(_file, limit) is { } record)
        {
            records.Add(record);
            _sizes.Enqueue(SegmentFormat.HeaderBytes + record.Length);
        }
    }

    /// <summary>Takes the first of the records that were read.</summary>
    public void Take(int count)
    {
        for (var i = 0; i < count; i++)
            Offset += _sizes.Dequeue();
    }

    public void Dispose() => _file.Dispose();

    // Null at the end, and at what is not whole.
    private static byte[]? ReadRecord(FileStream file, long limit)
    {
        Span<byte> header = stackalloc byte[SegmentFormat.HeaderBytes];
        if (limit - file.Position < header.Length || file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return null;
        if (SegmentFormat.LengthOf(header) is not { } length || limit - file.Position < length)
            return null;
        var payload = new byte[length];
        return file.ReadAtLeast(payload, length, throwOnEndOfStream: false) == length && SegmentFormat.IsWhole(header, payload) ? payload : null;
    }
}
