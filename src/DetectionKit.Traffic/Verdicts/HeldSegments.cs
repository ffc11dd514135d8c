namespace DetectionKit.Traffic.Verdicts;

/// <summary>TCP segments that came before their turn, few and in order of their sequence. Where two overlap, the earlier arrival is kept.</summary>
internal sealed class HeldSegments
{
    private const int Most = 32;
    private Segment[] _segments = [];

    /// <summary>How many are held.</summary>
    public int Count { get; private set; }

    /// <summary>The sequence number of the first; 0 for none.</summary>
    public uint FirstSequence => Count > 0 ? _segments[0].Sequence : 0;

    /// <summary>Holds a segment.</summary>
    /// <param name="sequence">Its first byte's sequence number.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="pool">Where buffers come from.</param>
    /// <returns>False: there is no room.</returns>
    public bool Hold(uint sequence, ReadOnlySpan<byte> bytes, BytePool pool)
    {
        if (Count == Most)
            return false;
        if (bytes.Length > BytePool.Largest)
            bytes = bytes[..BytePool.Largest];
        if (Count == _segments.Length)
            Array.Resize(ref _segments, Math.Max(4, Count * 2));
        var at = Count;
        while (at > 0 && unchecked((int)(_segments[at - 1].Sequence - sequence)) > 0)
            at--;
        for (var i = Count; i > at; i--)
            _segments[i] = _segments[i - 1];
        var buffer = pool.Rent(bytes.Length);
        bytes.CopyTo(buffer);
        _segments[at] = new(sequence, bytes.Length, buffer);
        Count++;
        return true;
    }

    /// <summary>The first held segment, if its turn has come; it stays held until <see cref="RemoveFirst"/>.</summary>
    /// <param name="expected">The sequence number whose turn it is.</param>
    /// <param name="bytes">Its bytes from that number on; empty where all of them came before.</param>
    public bool TryFirst(uint expected, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (Count == 0)
            return false;
        ref readonly var first = ref _segments[0];
        var behind = unchecked((int)(expected - first.Sequence));
        if (behind < 0)
            return false;
        if (behind < first.Length)
            bytes = first.Buffer.AsSpan(behind, first.Length - behind);
        return true;
    }

    /// <summary>Lets go of the first.</summary>
    /// <param name="pool">Where its buffer came from.</param>
    public void RemoveFirst(BytePool pool)
    {
        pool.Return(_segments[0].Buffer);
        Count--;
        Array.Copy(_segments, 1, _segments, 0, Count);
        _segments[Count] = default;
    }

    /// <summary>Lets go of all.</summary>
    /// <param name="pool">Where the buffers came from.</param>
    public void Clear(BytePool pool)
    {
        while (Count > 0)
            RemoveFirst(pool);
    }

    private readonly record struct Segment(uint Sequence, int Length, byte[] Buffer);
}
