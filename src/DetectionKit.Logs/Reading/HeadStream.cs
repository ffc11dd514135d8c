namespace DetectionKit.Logs.Reading;

/// <summary>A stream whose first bytes can be looked at before it is read. Damage ends it; <see cref="Problem"/> says which.</summary>
public sealed class HeadStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private int _given;

    public HeadStream(Stream inner)
    {
        _inner = inner;
        var buffer = new byte[LogHead.Size];
        var length = 0;
        while (length < buffer.Length && Read(inner, buffer.AsSpan(length)) is > 0 and var read)
            length += read;
        _head = buffer[..length];
    }

    /// <summary>The first bytes.</summary>
    public byte[] Head => _head;

    /// <summary>What the stream complained of, if it did.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_given >= _head.Length)
            return Problem is null ? Read(_inner, buffer) : 0;
        var count = Math.Min(buffer.Length, _head.Length - _given);
        _head.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Read(Stream stream, Span<byte> buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            Problem = e is InvalidDataException ? "damaged gzip data" : $"read error: {e.Message}";
            return 0;
        }
    }
}
