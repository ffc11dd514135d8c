using System.Buffers;
using DetectionKit.Logs.Reading;

namespace DetectionKit.Logs.Json;

/// <summary>
/// Objects over several lines, in an array or not: from a bracket to the one that closes it. An object that is cut off ends where a line
/// begins with a bracket, or at the limit.
/// </summary>
internal sealed class JsonDocuments(LogInput input) : JsonObjects(input)
{
    private readonly Stream _stream = input.AsUtf8();
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(1 << 16);
    private readonly ArrayBufferWriter<byte> _object = new(1 << 14);
    private int _at;
    private int _end;
    private int _line = 1;
    private int _begin;
    private int _depth;
    private bool _inText;
    private bool _escaped;
    private bool _lineBegins;

    /// <inheritdoc/>
    protected override int Line => _begin;

    /// <inheritdoc/>
    public override bool Read(out ReadOnlySpan<byte> json, out string? problem)
    {
        _object.ResetWrittenCount();
        (_depth, _inText, _escaped, problem) = (0, false, false, null);
        while (_at < _end || Fill())
        {
            var ended = _depth == 0 ? Begin() : Continue(ref problem);
            if (!ended)
                continue;
            json = _object.WrittenSpan;
            return true;
        }

        json = _object.WrittenSpan;
        problem = "cut off";
        return _depth > 0;
    }

    private bool Begin()
    {
        var b = _buffer[_at];
        if (b == '{')
        {
            (_begin, _depth) = (_line, 1);
            _object.Write([b]);
        }

        if (b == '\n')
            _line++;
        _at++;
        return false;
    }

    // One byte at a time: such files are small, and nothing but the bracket's own depth matters.
    private bool Continue(ref string? problem)
    {
        var b = _buffer[_at];
        if ((b == '{' && _lineBegins && _object.WrittenCount > 0) || _object.WrittenCount >= Input.Limits.LineBytes)
        {
            problem = b == '{' && _lineBegins ? "cut off" : "longer than an object may be";
            _lineBegins = false;
            return true;
        }

        _at++;
        _object.Write([b]);
        _lineBegins = b == '\n';
        if (b == '\n')
            _line++;
        if (_inText)
        {
            _inText = b == '\n' || _escaped || b != '"';
            _escaped = !_escaped && b == '\\';
        }
        else if (b == '"')
        {
            _inText = true;
        }
        else if (b is (byte)'{' or (byte)'}')
        {
            _depth += b == '{' ? 1 : -1;
        }

        return _depth == 0;
    }

    private bool Fill()
    {
        if (Input.Cancellation.IsCancellationRequested)
            return false;
        (_at, _end) = (0, _stream.Read(_buffer, 0, _buffer.Length));
        return _end > 0;
    }
}
