namespace DetectionKit.Traffic.Verdicts;

/// <summary>Byte buffers of three sizes, kept for reuse, with a limit on what is lent at one time.</summary>
internal sealed class BytePool(long limit)
{
    /// <summary>The largest buffer: as much of one side as a verdict may need.</summary>
    public const int Largest = 8192;

    private static readonly int[] Sizes = [512, 2048, Largest];
    private readonly Stack<byte[]>[] _free = [new(), new(), new()];

    /// <summary>Bytes lent now.</summary>
    public long Lent { get; private set; }

    /// <summary>Whether the limit is reached: then somebody has to give back first.</summary>
    public bool IsExhausted => Lent >= limit;

    /// <summary>A buffer of at least that size.</summary>
    /// <param name="size">At most <see cref="Largest"/>.</param>
    public byte[] Rent(int size)
    {
        var rank = size <= Sizes[0] ? 0 : size <= Sizes[1] ? 1 : 2;
        Lent += Sizes[rank];
        return _free[rank].TryPop(out var buffer) ? buffer : new byte[Sizes[rank]];
    }

    /// <summary>Takes a buffer back.</summary>
    /// <param name="buffer">One that was rented here; null: nothing happens.</param>
    public void Return(byte[]? buffer)
    {
        if (buffer is null)
            return;
        var rank = buffer.Length <= Sizes[0] ? 0 : buffer.Length <= Sizes[1] ? 1 : 2;
        Lent -= Sizes[rank];
        _free[rank].Push(buffer);
    }
}
