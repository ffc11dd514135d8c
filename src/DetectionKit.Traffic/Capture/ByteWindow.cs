namespace DetectionKit.Traffic.Capture;

/// <summary>A sliding view of a stream: what was consumed is dropped, so a capture of any size passes through one buffer.</summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
    /// <summary>The buffer's size at first: what was copied is still in the processor's own cache when it is read.</summary>
    public const int InitialSize = 1 << 18;

    /// <summary>The most that one record may need; a larger one is foreign data.</summary>
    public const int LargestSize = 16 << 20;

    private byte[] _buffer = new byte[InitialSize];
    private int _start;
    private int _end;
    private bool _ended;
    private BlockReader? _ahead;

    /// <summary>How many bytes were consumed: the offset of the view's first byte.</summary>
    public long Offset { get; private set; }

    /// <summary>What the stream itself complained of, if it did.</summary>
    public string? StreamError { get; private set; }

    /// <summary>The bytes that are here now.</summary>
    public ReadOnlySpan<byte> View => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The whole buffer; the view begins at <see cref="Start"/>. Valid until more is read.</summary>
    public ReadOnlySpan<byte> Buffer => _buffer;

    /// <summary>Where the view begins in the buffer.</summary>
    public int Start => _start;

    /// <summary>Whether the view holds at least <paramref name="count"/> bytes, reading more where needed.</summary>
    /// <param name="count">Bytes, at most <see cref="LargestSize"/>.</param>
    public bool Has(int count) => _end - _start >= count || Fill(count);

    /// <summary>Drops bytes that are in the view.</summary>
    /// <param name="count">How many.</param>
    public void Consume(int count)
    {
        _start += count;
        Offset += count;
    }

    /// <summary>Drops bytes whether they are in the view yet or not; false where the stream ended before.</summary>
    /// <param name="count">How many.</param>
    public bool Skip(long count)
    {
        while (count > 0)
        {
            if (!Has(1))
                return false;
            var step = (int)Math.Min(count, _end - _start);
            Consume(step);
            count -= step;
        }

        return true;
    }

    /// <summary>From here on the stream is read on a thread of its own, which disposes of it.</summary>
    public void ReadAhead() => _ahead ??= new(stream);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ahead is null)
            stream.Dispose();
        else
            _ahead.Dispose();
    }

    private bool Fill(int count)
    {
        if (count > LargestSize)
            return false;
        if (_ahead is not null)
        {
            while (_end - _start < count && !_ended)
                Read();
            return _end - _start >= count;
        }

        if (_start > 0)
        {
            System.Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (count > _buffer.Length)
            Array.Resize(ref _buffer, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count));
        while (_end < count && !_ended)
            Read();
        return _end >= count;
    }

    /// <summary>What is left goes before the next block's bytes; where it is too much for that, they go behind it.</summary>
    private void TakeBlock(BlockReader ahead, BlockReader.Block block)
    {
        var rest = _end - _start;
        if (rest <= BlockReader.Headroom)
        {
            var start = BlockReader.Headroom - rest;
            System.Buffer.BlockCopy(_buffer, _start, block.Buffer, start, rest);
            ahead.Return(_buffer);
            (_buffer, _start, _end) = (block.Buffer, start, BlockReader.Headroom + block.Length);
            return;
        }

        if (_buffer.Length - _end < block.Length)
        {
            var larger = new byte[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(rest + block.Length))];
            System.Buffer.BlockCopy(_buffer, _start, larger, 0, rest);
            ahead.Return(_buffer);
            (_buffer, _start, _end) = (larger, 0, rest);
        }

        System.Buffer.BlockCopy(block.Buffer, BlockReader.Headroom, _buffer, _end, block.Length);
        _end += block.Length;
        ahead.Return(block.Buffer);
    }

    private void Read()
    {
        try
        {
            if (_ahead is not null)
            {
                var block = _ahead.Next();
                _ended = block.Length == 0;
                if (!_ended)
                    TakeBlock(_ahead, block);
                return;
            }

            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _ended = read == 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // A damaged gzip member or a failing disk: what came before stays.
            StreamError = e is InvalidDataException ? "damaged gzip data" : "read error";
            _ended = true;
        }
    }
}
