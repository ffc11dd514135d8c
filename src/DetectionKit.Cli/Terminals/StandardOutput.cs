using System.Runtime.CompilerServices;

namespace DetectionKit.Cli.Terminals;

/// <summary>Standard output as bytes, with a buffer.</summary>
internal sealed class StandardOutput : Stream
{
    private readonly Stream? _inner;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly bool _flushLines;
    private int _used;
    private bool _broken;

    private StandardOutput(Stream? inner, bool flushLines)
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

    /// <summary>Whether a person reads it; else a file or another program takes it.</summary>
    public static bool IsTerminal => OperatingSystem.IsWindows() ? ConsoleIsTerminal() : Descriptor.IsTerminal;

    /// <summary>Opens it.</summary>
    public static StandardOutput Open() => new(OperatingSystem.IsWindows() ? OpenConsole() : null, IsTerminal);

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

    // By themselves, so that the console is not loaded where Unix does without it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool ConsoleIsTerminal() => !Console.IsOutputRedirected;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Stream OpenConsole() => Console.OpenStandardOutput();

    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || _broken)
            return;
        try
        {
            if (_inner is null)
                Descriptor.Write(bytes);
            else
                _inner.Write(bytes);
        }
        catch (IOException)
        {
            _broken = true;
            throw;
        }
    }
}
