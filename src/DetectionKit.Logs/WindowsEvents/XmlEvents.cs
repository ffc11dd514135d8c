using DetectionKit.Logs.Reading;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>
/// Cuts a text into its <c>Event</c> elements: one a line, one after the other, inside <c>Events</c>, with a syslog header before each, over
/// several lines. Bounded: an element beyond the limit is left out.
/// </summary>
internal sealed class XmlEvents(LogInput input)
{
    private readonly Stream _stream = input.AsUtf8();
    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(1 << 17);
    private int _start;
    private int _end;
    private long _before;
    private bool _ended;

    /// <summary>Where the last element begins, in bytes of UTF-8.</summary>
    public long Offset { get; private set; }

    private static ReadOnlySpan<byte> Opening => "<Event"u8;

    private static ReadOnlySpan<byte> Closing => "</Event>"u8;

    private ReadOnlySpan<byte> Rest => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Whether the last element has no end: the next one begins before it, the text ends, or it is longer than the limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gives the next element; false at the end.</summary>
    /// <param name="element">The element in UTF-8, valid until the next call.</param>
    public bool Read(out ReadOnlySpan<byte> element)
    {
        element = default;
        if (!Find())
            return false;
        Offset = _before + _start;
        IsCut = false;
        var searched = Opening.Length;
        while (true)
        {
            var rest = Rest;
            var closing = rest[searched..].IndexOf(Closing);
            // The next event's begin before this one's end: this one is cut off.
            var next = Begin(closing < 0 ? rest[searched..] : rest.Slice(searched, closing));
            if (next >= 0)
                return Give(searched + next, cut: true, out element);
            if (closing >= 0)
                return Give(searched + closing + Closing.Length, cut: false, out element);
            if (rest.Length > input.Limits.LineBytes)
                return Give(rest.Length, cut: true, out element);
            searched = Math.Max(Opening.Length, rest.Length - Closing.Length - 1);
            if (!Fill())
                return Give(Rest.Length, cut: true, out element);
        }
    }

    private bool Give(int length, bool cut, out ReadOnlySpan<byte> element)
    {
        element = Rest[..length];
        _start += length;
        IsCut = cut;
        return true;
    }

    private bool Find()
    {
        while (true)
        {
            var at = Begin(Rest);
            if (at >= 0)
            {
                _start += at;
                return true;
            }

            _start = Math.Max(_start, _end - Opening.Length);
            if (!Fill())
                return false;
        }
    }

    /// <summary>Where an <c>Event</c> element begins (not <c>Events</c>, <c>EventData</c>); negative: nowhere.</summary>
    private static int Begin(ReadOnlySpan<byte> text)
    {
        var from = 0;
        while (text[from..].IndexOf(Opening) is var at and >= 0)
        {
            from += at;
            if (from + Opening.Length >= text.Length)
                return -1;
            if (text[from + Opening.Length] is (byte)' ' or (byte)'>' or (byte)'\t' or (byte)'\n' or (byte)'\r')
                return from;
            from += Opening.Length;
        }

        return -1;
    }

    private bool Fill()
    {
        if (_ended || input.Cancellation.IsCancellationRequested)
            return false;
        if (_start > 0)
        {
            Rest.CopyTo(_buffer);
            _before += _start;
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
