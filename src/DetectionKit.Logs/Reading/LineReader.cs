namespace DetectionKit.Logs.Reading;

/// <summary>
/// Gives a text's lines as bytes of UTF-8, without their ends (LF or CRLF) and without a byte-order mark. A line beyond the limit is given
/// cut, with <see cref="IsCut"/> set. One buffer slides over the text.
/// </summary>
public sealed class LineReader
{
    private readonly Stream _stream;
    private readonly int _limit;
    private readonly CancellationToken _cancellation;
    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(1 << 16);
    private int _start;
    private int _end;
    private bool _ended;
    private bool _skipping;

    /// <summary>A reader at the text's begin.</summary>
    /// <param name="stream">UTF-8; not disposed of.</param>
    /// <param name="limit">The longest line, in bytes.</param>
    /// <param name="cancellation">Ends it early.</param>
    public LineReader(Stream stream, int limit, CancellationToken cancellation = default)
    {
        _stream = stream;
        _limit = limit;
        _cancellation = cancellation;
        Fill();
        if (_end >= 3 && _buffer.AsSpan(0, 3).SequenceEqual((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            _start = 3;
    }

    /// <summary>The 1-based number of the line that was read last.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the line that was read last went beyond the limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the next line; false at the end.</summary>
    /// <param name="line">Valid until the next call.</param>
    public bool Read(out ReadOnlySpan<byte> line)
    {
        line = default;
        if (_skipping && !SkipRest())
            return false;
        if (_cancellation.IsCancellationRequested)
            return false;
        var seen = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOf((byte)'\n');
            if (at >= 0)
                return Give(seen + at, 1, cut: false, out line);
            seen = _end - _start;
            if (seen > _limit)
            {
                _skipping = true;
                return Give(_limit, 0, cut: true, out line);
            }

            if (!_ended && Fill())
                continue;
            return seen > 0 && Give(seen, 0, cut: false, out line);
        }
    }

    private bool Give(int length, int terminator, bool cut, out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, length);
        if (line.EndsWith("\r"u8))
            line = line[..^1];
        _start += length + terminator;
        Line++;
        IsCut = cut || length > _limit;
        return true;
    }

    private bool SkipRest()
    {
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (at >= 0)
            {
                _start += at + 1;
                _skipping = false;
                return true;
            }

            _start = _end = 0;
            if (_ended || !Fill())
                return false;
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return !_ended;
    }
}
