namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>The segments of a spool's folder, in order, and how long they are. For a writer and a reader at once.</summary>
internal sealed class SpoolSegments
{
    private readonly string _folder;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, long> _lengths = [];
    private long _bytes;

    /// <summary>Those that an earlier process left.</summary>
    /// <param name="folder">The spool's; made where it is not there.</param>
    public SpoolSegments(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(folder))
        {
            if (SegmentFormat.NumberOf(file) is { } number)
                SetLength(number, new FileInfo(file).Length);
        }
    }

    /// <summary>Bytes of all of them.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Their numbers.</summary>
    public IReadOnlyList<long> Numbers
    {
        get
        {
            lock (_lock)
                return [.. _lengths.Keys];
        }
    }

    /// <summary>The first one's number; null: there is none.</summary>
    public long? First
    {
        get
        {
            lock (_lock)
                return _lengths.Count == 0 ? null : _lengths.Keys.First();
        }
    }

    /// <summary>How long one is: what lies behind is no record.</summary>
    public long LengthOf(long number)
    {
        lock (_lock)
            return _lengths.GetValueOrDefault(number);
    }

    /// <summary>Whether a later one is there.</summary>
    public bool HasLaterThan(long number)
    {
        lock (_lock)
            return _lengths.Keys.Any(other => other > number);
    }

    /// <summary>Notes how long one is by now; one that was not known begins.</summary>
    public void SetLength(long number, long length)
    {
        lock (_lock)
        {
            _bytes += length - _lengths.GetValueOrDefault(number);
            _lengths[number] = length;
        }
    }

    /// <summary>Deletes one.</summary>
    public void Delete(long number)
    {
        lock (_lock)
        {
            if (_lengths.Remove(number, out var length))
                _bytes -= length;
            File.Delete(PathOf(number));
        }
    }

    /// <summary>Where one is.</summary>
    public string PathOf(long number) => Path.Combine(_folder, SegmentFormat.FileName(number));
}
