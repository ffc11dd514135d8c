namespace DetectionKit.Traffic.Verdicts;

/// <summary>Bytes kept of one side, in a pooled buffer that grows: a stream's first bytes in order, or a datagram.</summary>
internal struct Head
{
    private byte[]? _buffer;

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, Length);

    /// <summary>Adds bytes, as many as fit.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="pool">Where buffers come from.</param>
    public void Append(ReadOnlySpan<byte> bytes, BytePool pool)
    {
        var count = Math.Min(bytes.Length, BytePool.Largest - Length);
        if (count <= 0)
            return;
        if (_buffer is null || Length + count > _buffer.Length)
        {
            var larger = pool.Rent(Length + count);
            Bytes.CopyTo(larger);
            pool.Return(_buffer);
            _buffer = larger;
        }

        bytes[..count].CopyTo(_buffer.AsSpan(Length));
        Length += count;
    }

    /// <summary>Forgets the bytes and gives the buffer back.</summary>
    /// <param name="pool">Where it came from.</param>
    public void Clear(BytePool pool)
    {
        pool.Return(_buffer);
        _buffer = null;
        Length = 0;
    }

    /// <summary>Forgets the bytes but keeps the buffer.</summary>
    public void Empty() => Length = 0;

    /// <summary>Drops the first bytes.</summary>
    /// <param name="count">How many; at most <see cref="Length"/>.</param>
    public void Drop(int count)
    {
        _buffer.AsSpan(count, Length - count).CopyTo(_buffer);
        Length -= count;
    }
}
