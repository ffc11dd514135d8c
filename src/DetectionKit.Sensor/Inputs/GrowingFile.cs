namespace DetectionKit.Sensor.Inputs;

/// <summary>
/// A log as a stream that waits at its end for more. The stream ends where the file was rotated (another file stands under its name, and this one
/// is read to its end) or became shorter. The first time that it reaches the end it says so once, so that who looks at the begin first does not wait for more of it.
/// </summary>
internal sealed class GrowingFile : Stream
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly string _path;
    private readonly FileStream _file;
    private readonly Action _idle;
    private readonly CancellationToken _ending;
    private bool _paused;

    /// <summary>Opens a log.</summary>
    /// <param name="path">The file.</param>
    /// <param name="idle">Called now and then where there is nothing to read.</param>
    /// <param name="ending">Ends the stream, once it is read to its end.</param>
    public GrowingFile(string path, Action idle, CancellationToken ending)
    {
        _path = path;
        _file = Open(path);
        _idle = idle;
        _ending = ending;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = _file.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
                return read;
            if (_file.Position > 0 && !_paused)
            {
                _paused = true;
                return 0;
            }

            if (_ending.IsCancellationRequested || _file.Length < _file.Position || (IsRotated() && _file.Length == _file.Position))
                return 0;
            _idle();
            _ending.WaitHandle.WaitOne(Pause);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    // .NET tells no inode: the file under the name is another one where it holds other bytes at the begin, or is shorter than what was read.
    private bool IsRotated()
    {
        try
        {
            using var now = Open(_path);
            if (now.Length < _file.Length)
                return true;
            Span<byte> mine = stackalloc byte[256];
            Span<byte> its = stackalloc byte[256];
            var length = RandomAccess.Read(_file.SafeFileHandle, mine, 0);
            return !mine[..length].SequenceEqual(its[..Math.Min(length, RandomAccess.Read(now.SafeFileHandle, its, 0))]);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
