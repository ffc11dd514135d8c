using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Http;

namespace DetectionKit.Traffic.Protocols.Http2;

/// <summary>Followers of HTTP/2 in the clear.</summary>
internal sealed class Http2FollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "http2";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override ImmutableArray<string> Models { get; } = [WebRequest.Model.Name];

    /// <inheritdoc/>
    public override Follower Begin() => new Http2Follower(null);
}

/// <summary>
/// Reads HTTP/2 (RFC 9113) for the requests and responses of its streams. Bodies are passed over by their frames' lengths; a header block that
/// was lost, or is longer than is kept, ends the reading of that side's headers.
/// </summary>
internal sealed class Http2Follower : Follower
{
    private const int FrameHeader = 9;
    private const int LongestKept = 8000;
    private const int LongestBlock = 65_536;
    private const int MostStreams = 256;

    private readonly Http2Side[] _sides = [new(), new()];
    private readonly Dictionary<int, Http2Stream> _streams = [];
    private readonly List<(byte[] Name, byte[] Value)> _fields = [];
    private bool _saidRequest;
    private bool _saidResponse;

    /// <summary>A follower.</summary>
    /// <param name="upgraded">The request of HTTP/1 that is answered on stream 1 (RFC 7540 section 3.2); null: none.</param>
    public Http2Follower(HttpMessage? upgraded)
    {
        if (upgraded is not null)
            _streams[1] = new() { Request = upgraded };
    }

    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        if (said.AfterGap)
        {
            // Where the next frame begins is not known any more.
            notes.Done();
            return said.Bytes.Length;
        }

        var bytes = said.Bytes;
        var side = _sides[said.FromOriginator ? 0 : 1];
        if (bytes[0] == 'P' && !side.Began)
        {
            if (bytes.Length < Preface.Length)
                return Preface.StartsWith(bytes) ? 0 : bytes.Length;
            if (bytes.StartsWith(Preface))
                return Preface.Length;
        }

        if (bytes.Length < FrameHeader)
            return 0;
        side.Began = true;
        var length = bytes[0] << 16 | bytes[1] << 8 | bytes[2];
        var frame = new Http2Frame(bytes[3], bytes[4], BinaryPrimitives.ReadInt32BigEndian(bytes[5..]) & int.MaxValue, length, said.Time);
        if (!frame.HasBlock)
        {
            TakePlain(in frame, said.FromOriginator, notes);
            return FrameHeader + length;
        }

        if (length > LongestKept)
        {
            side.Decoder.Break();
            return FrameHeader + length;
        }

        if (bytes.Length < FrameHeader + length)
            return 0;
        TakeBlock(in frame, bytes.Slice(FrameHeader, length), said.FromOriginator, notes);
        return FrameHeader + length;
    }

    /// <inheritdoc/>
    public override void Finish(FlowNotes notes)
    {
        foreach (var stream in _streams.OrderBy(entry => entry.Key))
            Give(stream.Value, notes);
        _streams.Clear();
    }

    private void TakePlain(in Http2Frame frame, bool fromOriginator, FlowNotes notes)
    {
        if (!_streams.TryGetValue(frame.Stream, out var stream))
            return;
        if (frame.Kind == Http2Frame.Data)
        {
            Count(fromOriginator ? stream.Request : stream.Response, in frame);
            if (frame.EndsStream)
                End(frame.Stream, stream, isResponse: !fromOriginator, notes);
        }
        else if (frame.Kind == Http2Frame.Reset)
        {
            Give(stream, notes);
            _streams.Remove(frame.Stream);
        }
    }

    private void TakeBlock(in Http2Frame frame, ReadOnlySpan<byte> payload, bool fromOriginator, FlowNotes notes)
    {
        var side = _sides[fromOriginator ? 0 : 1];
        if (side.Decoder.IsBroken)
            return;
        if (frame.Kind != Http2Frame.Continuation)
        {
            side.Block.Clear();
            side.Opening = frame;
            payload = frame.Block(payload);
        }

        if (side.Block.Count + payload.Length > LongestBlock)
        {
            side.Decoder.Break();
            return;
        }

        side.Block.AddRange(payload);
        if (!frame.EndsHeaders)
            return;
        _fields.Clear();
        side.Decoder.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(side.Block), _fields);
        side.Block.Clear();
        if (side.Opening.Kind == Http2Frame.Headers)
            TakeFields(side.Opening, fromOriginator, notes);
    }

    private void TakeFields(Http2Frame frame, bool fromOriginator, FlowNotes notes)
    {
        var message = Message(frame);
        var isTrailer = message.Method is null && message.Status == 0;
        var isResponse = isTrailer ? !fromOriginator : message.IsResponse;
        if (!_streams.TryGetValue(frame.Stream, out var stream))
        {
            if (_streams.Count == MostStreams)
                Evict(notes);
            _streams[frame.Stream] = stream = new();
        }

        message.Bytes += Http2Frame.HeaderLength + frame.Length;
        if (isTrailer)
            Count(isResponse ? stream.Response : stream.Request, in frame);
        else if (!isResponse)
            stream.Request ??= message;
        else if (message.Status >= 200)
            stream.Response ??= message;
        SayFacts(message, notes);
        if (frame.EndsStream)
            End(frame.Stream, stream, isResponse, notes);
    }

    /// <summary>The message that the fields make; trailers make one without method and status.</summary>
    private HttpMessage Message(Http2Frame frame)
    {
        var isResponse = _fields.Exists(field => field.Name.AsSpan().SequenceEqual(":status"u8));
        var message = new HttpMessage { IsResponse = isResponse, Begun = frame.Time, Ended = frame.Time };
        foreach (var (name, value) in _fields)
        {
            if (name.Length == 0 || name[0] != ':')
                HttpFields.Set(message, name, value);
            else if (name.AsSpan().SequenceEqual(":method"u8))
                message.Method = HttpFields.Text(value);
            else if (name.AsSpan().SequenceEqual(":path"u8))
                message.Target = HttpFields.Text(value);
            else if (name.AsSpan().SequenceEqual(":authority"u8))
                message.Host = HttpFields.Text(value);
            else if (name.AsSpan().SequenceEqual(":status"u8) && Utf8Parser.TryParse(value, out int status, out _))
                message.Status = status;
        }

        // What CONNECT asks for is its authority; it has no path (RFC 9113 section 8.5).
        if (message.Method is "CONNECT")
            message.Target ??= message.Host;

        return message;
    }

    private void End(int id, Http2Stream stream, bool isResponse, FlowNotes notes)
    {
        if (!isResponse)
            return;
        Give(stream, notes);
        _streams.Remove(id);
    }

    private void Evict(FlowNotes notes)
    {
        var oldest = _streams.Keys.Min();
        Give(_streams[oldest], notes);
        _streams.Remove(oldest);
    }

    private void SayFacts(HttpMessage message, FlowNotes notes)
    {
        if (!notes.WantsFacts)
            return;
        if (message.Method is not null && !_saidRequest)
        {
            _saidRequest = true;
            HttpFacts.SayRequest(message, notes);
        }
        else if (message.Status >= 200 && !_saidResponse)
        {
            _saidResponse = true;
            HttpFacts.SayResponse(message, notes);
        }
    }

    private static void Count(HttpMessage? message, in Http2Frame frame)
    {
        if (message is null)
            return;
        message.Bytes += Http2Frame.HeaderLength + frame.Length;
        message.Ended = frame.Time;
    }

    private static void Give(Http2Stream stream, FlowNotes notes)
    {
        if ((stream.Request ?? stream.Response) is not null && notes.Wants(WebRequest.Model.Name))
            notes.Event(HttpEvents.Of(stream.Request, stream.Response, notes.Ends));
    }
}
