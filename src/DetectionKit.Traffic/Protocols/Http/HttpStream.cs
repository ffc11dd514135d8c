using System.Buffers.Text;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>
/// Reads one side of HTTP/1 (RFC 9112): heads line by line, bodies passed over and counted. After a loss that no body covers it goes on at the
/// next segment that begins with a message.
/// </summary>
/// <param name="exchanges">Takes heads and ends, and says what a head's body is.</param>
internal sealed class HttpStream(HttpFollower exchanges)
{
    /// <summary>A line longer than this is read as far as this: a side may leave 8 KiB.</summary>
    private const int LongestLine = 7168;

    private const int LongestName = 32;
    private readonly byte[] _lastName = new byte[LongestName];
    private HttpState _state = HttpState.Begin;
    private HttpMessage? _message;
    private long _left;
    private int _scanned;
    private int _lastLength;
    private bool _dropLine;

    /// <summary>Takes bytes; gives how many are done with.</summary>
    public int Read(in FollowedBytes said, FlowNotes notes)
    {
        if (said.AfterGap)
            Lose(in said, notes);
        var bytes = said.Bytes;
        while (!bytes.IsEmpty && _state != HttpState.Over)
        {
            if (_state == HttpState.Lost)
            {
                if (!HttpStartLine.MayBegin(bytes))
                    return said.Bytes.Length;
                _state = HttpState.Begin;
            }

            var done = _state switch
            {
                HttpState.Body or HttpState.ChunkData => Pass(bytes, said.Time, notes),
                HttpState.UntilClose => Count(bytes.Length, said.Time),
                _ => ReadLine(bytes, said.Time, notes),
            };
            if (done == 0)
                break;
            bytes = bytes[done..];
        }

        return said.Bytes.Length - bytes.Length;
    }

    /// <summary>Nothing more will come: what was begun is over.</summary>
    public void Finish(FlowNotes notes)
    {
        if (_message is not null)
            End(notes);
    }

    private int ReadLine(ReadOnlySpan<byte> bytes, long time, FlowNotes notes)
    {
        var known = Math.Min(_scanned, bytes.Length);
        var end = bytes[known..].IndexOf((byte)'\n');
        _scanned = 0;
        if (end < 0 && _dropLine)
            return Count(bytes.Length, time);
        if (end < 0 && bytes.Length < LongestLine)
        {
            _scanned = bytes.Length;
            return 0;
        }

        var size = end < 0 ? bytes.Length : known + end + 1;
        Count(size, time);
        if (!_dropLine)
            TakeLine(end < 0 ? bytes : bytes[..(size - 1)].TrimEnd((byte)'\r'), size, isCut: end < 0, time, notes);
        _dropLine = end < 0 && _state != HttpState.Lost;
        return size;
    }

    private void TakeLine(ReadOnlySpan<byte> line, int size, bool isCut, long time, FlowNotes notes)
    {
        switch (_state)
        {
            case HttpState.Begin:
                Begin(line, size, isCut, time, notes);
                break;
            case HttpState.Fields:
                if (line.IsEmpty)
                    EndHead(time, notes);
                else
                    Field(line);
                break;
            case HttpState.ChunkSize:
                Chunk(line);
                break;
            case HttpState.ChunkEnd:
                _state = HttpState.ChunkSize;
                break;
            case HttpState.Trailer when line.IsEmpty:
                End(notes);
                break;
        }
    }

    private void Begin(ReadOnlySpan<byte> line, int size, bool isCut, long time, FlowNotes notes)
    {
        if (line.IsEmpty)
            return;
        _lastLength = 0;
        _message = HttpStartLine.Read(line, isCut, time);
        if (_message is null && exchanges.ExpectsBareResponse)
            _message = new() { IsResponse = true, Begun = time, IsBare = true };
        if (_message is null)
        {
            _state = HttpState.Lost;
            return;
        }

        _message.Bytes = size;
        if (_message.IsBare)
            EndHead(time, notes);
        else
            _state = HttpState.Fields;
    }

    private void Field(ReadOnlySpan<byte> line)
    {
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            HttpFields.GoOn(_message!, _lastName.AsSpan(0, _lastLength), line.Trim(" \t"u8));
            return;
        }

        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
            return;
        var name = line[..colon].TrimEnd(" \t"u8);
        _lastLength = name.Length <= LongestName ? name.Length : 0;
        name[.._lastLength].CopyTo(_lastName);
        HttpFields.Set(_message!, name, line[(colon + 1)..].Trim(" \t"u8));
    }

    private void EndHead(long time, FlowNotes notes)
    {
        _message!.Ended = time;
        var body = exchanges.OnHead(_message, notes);
        (_state, _left) = body switch
        {
            HttpBody.None => (HttpState.Begin, 0L),
            HttpBody.Counted => (HttpState.Body, _message.ContentLength ?? 0),
            HttpBody.Chunked => (HttpState.ChunkSize, 0L),
            HttpBody.UntilClose => (HttpState.UntilClose, 0L),
            HttpBody.Other => (HttpState.Over, 0L),
            _ => (HttpState.Over, 0L),
        };
        if (body == HttpBody.Other)
            _message = null;
        else if (body == HttpBody.None || (body == HttpBody.Counted && _left == 0))
            End(notes);
    }

    private void Chunk(ReadOnlySpan<byte> line)
    {
        var digits = line.TrimStart(" \t"u8);
        if (!Utf8Parser.TryParse(digits, out long size, out var used, 'x') || used == 0 || used > 15)
        {
            _state = HttpState.Lost;
            return;
        }

        _left = size;
        _state = size == 0 ? HttpState.Trailer : HttpState.ChunkData;
    }

    private int Pass(ReadOnlySpan<byte> bytes, long time, FlowNotes notes)
    {
        var count = (int)Math.Min(bytes.Length, _left);
        _left -= count;
        Count(count, time);
        if (_left > 0)
            return count;
        if (_state == HttpState.Body)
            End(notes);
        else
            _state = HttpState.ChunkEnd;
        return count;
    }

    private void End(FlowNotes notes)
    {
        var message = _message!;
        _message = null;
        _state = _state == HttpState.Over ? HttpState.Over : HttpState.Begin;
        exchanges.OnEnd(message, notes);
    }

    private int Count(int bytes, long time)
    {
        if (_message is { } message)
        {
            message.Bytes += bytes;
            message.Ended = time;
        }

        return bytes;
    }

    private void Lose(in FollowedBytes said, FlowNotes notes)
    {
        var lost = said.Lost;
        _scanned = 0;
        switch (_state)
        {
            case HttpState.UntilClose or HttpState.Over:
                break;
            case HttpState.Body or HttpState.ChunkData when lost < _left:
                _left -= lost;
                _message!.Bytes += lost;
                break;
            case HttpState.Body when lost == _left:
                _message!.Bytes += lost;
                End(notes);
                break;
            default:
                _dropLine = false;
                _state = HttpState.Lost;
                if (_message is { } message)
                {
                    _message = null;
                    exchanges.OnEnd(message, notes);
                }

                if (!said.FromOriginator)
                    exchanges.OnLoss(notes);
                break;
        }
    }
}
