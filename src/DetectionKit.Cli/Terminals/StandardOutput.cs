using Microsoft.Win32.SafeHandles;

namespace DetectionKit.Cli.Terminals;

/// <summary>Standard output as bytes, with a buffer. Knows when its reader went away, which the runtime's own stream hides.</summary>
internal sealed class StandardOutput : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly bool _flushLines;
    private int _used;
    private bool _broken;

    private StandardOutput(Stream inner, bool flushLines)
    {
        _inner = inner;
        _flushLines = flushLines;
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Opens it.</summary>
    public static StandardOutput Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return new(Console.OpenStandardOutput(), !Console.IsOutputRedirected);
        // A pipe by its handle says when it is broken. A file is left to the runtime's stream, which writes where the handle stands.
        var direct = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return new(direct.CanSeek ? Console.OpenStandardOutput() : direct, flushLines: false);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _buffer.Length - _used)
            Flush();
        if (buffer.Length > _buffer.Length)
        {
            Send(buffer);
            return;
        }

        buffer.CopyTo(_buffer.AsSpan(_used));
        _used += buffer.Length;
        if (_flushLines && buffer.Contains((byte)'\n'))
            Flush();
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        var used = _used;
        _used = 0;
        Send(_buffer.AsSpan(0, used));
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_broken)
            Flush();
        base.Dispose(disposing);
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || _broken)
            return;
        try
        {
            _inner.Write(bytes);
            _inner.Flush();
        }
        catch (IOException e) when (Console.IsOutputRedirected)
        {
            _broken = true;
            throw IsBrokenPipe(e) ? new BrokenPipeException(e) : e;
        }
    }

    // EPIPE is 32 on Linux and macOS alike; the runtime keeps it in the low bits of the result.
    private static bool IsBrokenPipe(IOException e) => (e.HResult & 0xFFFF) == 32 || e.Message.Contains("Broken pipe", StringComparison.Ordinal);
}
