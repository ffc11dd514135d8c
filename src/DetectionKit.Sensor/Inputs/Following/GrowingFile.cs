using DetectionKit.Logs.Reading;
using DetectionKit.Sensor.Hosting;

namespace DetectionKit.Sensor.Inputs.Following;

/// <summary>
/// A part of a log as a stream that waits at its end for more. It begins at the file's begin, since there stands what readers know a log by, and says which
/// records were read before (<see cref="IsSilent"/>). It ends where the part does; where the file was rotated (another one stands under its name, and this one is
/// read to its end); or where it was cut, or written anew. Who looks at the begin first, before there is as much as it looks at, is told once that this is all.
/// </summary>
internal sealed class GrowingFile : Stream
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(2);

    // Who writes a log goes on with the file that was moved until it is told.
    private static readonly TimeSpan RotationTime = TimeSpan.FromSeconds(2);
    private readonly LogPart _part;
    private readonly FileStream _file;
    private readonly Action<GrowingFile> _progress;
    private readonly Action<GrowingFile>? _given;
    private readonly CancellationToken _ending;
    private readonly byte[] _head = new byte[FileIdentity.LongestHead];
    private int _headBytes;
    private long _position;
    private long _lineEnd;
    private bool _paused;
    private DateTime? _end;
    private DateTime? _rotated;

    /// <summary>Opens a part of a log.</summary>
    /// <param name="part">The part.</param>
    /// <param name="progress">Called whenever more is asked for: all that was given before has been read.</param>
    /// <param name="ending">Ends the stream, soon.</param>
    /// <param name="given">Called before bytes are given; null: nothing is.</param>
    public GrowingFile(LogPart part, Action<GrowingFile> progress, CancellationToken ending, Action<GrowingFile>? given = null)
    {
        _part = part;
        _file = Open(part.Path);
        _progress = progress;
        _ending = ending;
        _given = given;
        IsSilent = part.From > 0;
        try
        {
            Identity = FileIdentity.Of(_file, []);
            if (part.Inode is { } inode && inode != Identity.Inode)
                throw new IOException($"{part.Path} was moved just now");
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Which file this is, as far as it is known by now.</summary>
    public FileIdentity Identity { get; private set; }

    /// <summary>Up to where records have been read, when the progress is told.</summary>
    public long Offset { get; private set; }

    /// <summary>Up to where records have been given to be read, or are about to be.</summary>
    public long Given => IsSilent ? Offset : Math.Max(Offset, _lineEnd);

    /// <summary>Whether records do not count: they were read before, or a line is cut since the sensor ends.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>Whether the stream ended since the file was moved, and is read to its end.</summary>
    public bool IsRotated { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Opens a file that others write, move and remove meanwhile.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    /// <summary>Says that whoever read the stream has read all of it, the last line as well.</summary>
    public void Finish()
    {
        if (!IsSilent)
            Offset = _position;
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (true)
        {
            Tell();
            if (_ending.IsCancellationRequested && DateTime.UtcNow > (_end ??= DateTime.UtcNow + EndTime))
                return End();
            var read = _file.Read(buffer[..(int)Math.Min(buffer.Length, Limit - _position)]);
            if (IsAnother())
                return End();
            if (read > 0)
                return Take(buffer[..read]);
            if (_position is > 0 and < LogHead.Size && !_paused)
            {
                _paused = true;
                return 0;
            }

            if (_position == Limit)
            {
                if (_part.To == _position)
                    return 0;
                continue;
            }

            if (_ending.IsCancellationRequested)
                return End();
            if (IsRotatedNow())
                return 0;
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

    // What is silent is read up to its end and not beyond, so that the next call tells that all of it has been read.
    private long Limit => IsSilent && _position <= _part.From ? _part.From : _part.To ?? long.MaxValue;

    // Who looks at the begin asks for more without having read: it counts from when all that it looks at is there.
    private void Tell()
    {
        if (_position >= LogHead.Size || _paused)
        {
            Offset = _lineEnd;
            IsSilent &= _position < _part.From;
        }

        _progress(this);
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.LastIndexOf((byte)'\n') is >= 0 and var last)
            _lineEnd = _position + last + 1;
        if (_headBytes < _head.Length && _position == _headBytes)
        {
            var count = Math.Min(_head.Length - _headBytes, bytes.Length);
            bytes[..count].CopyTo(_head.AsSpan(_headBytes));
            _headBytes += count;
            Identity = FileIdentity.Of(_file, _head.AsSpan(0, _headBytes));
        }

        _position += bytes.Length;
        _rotated = null;
        _given?.Invoke(this);
        return bytes.Length;
    }

    // A line that is cut here is read whole at the next start, or in the file's copy.
    private int End()
    {
        IsSilent = true;
        return 0;
    }

    // Asked behind each read: what was read since a file was cut belongs to another one.
    private bool IsAnother() => _file.Length < _position || !Identity.HasHead(_file);

    private bool IsRotatedNow()
    {
        try
        {
            using var now = Open(_part.Path);
            var status = FileStatus.OfFile(now.SafeFileHandle);
            if ((status.Device, status.Inode) == (Identity.Device, Identity.Inode) || _file.Length != _position)
                return false;
            return IsRotated = DateTime.UtcNow - (_rotated ??= DateTime.UtcNow) >= RotationTime;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
