using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Http2;

namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>Followers of HTTP/1.</summary>
internal sealed class HttpFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "http";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override ImmutableArray<string> Models { get; } = [WebRequest.Model.Name];

    /// <inheritdoc/>
    public override IEnumerable<(DataModel Model, IEnumerable<string> Fields)> FilledFields => [(WebRequest.Model, HttpEvents.FilledFields)];

    /// <inheritdoc/>
    public override Follower Begin() => new HttpFollower();
}

/// <summary>
/// Reads HTTP/1 (RFC 9112) for its requests and responses: an event for each request with its response, which come in the same order
/// (section 9.3.2), also where they are pipelined; for what is inside after CONNECT and Upgrade; and for the first request's facts.
/// </summary>
internal sealed class HttpFollower : Follower
{
    private const int MostPending = 256;

    private readonly HttpStream[] _sides;
    private readonly List<HttpMessage> _requests = [];
    private HttpMessage? _answered;
    private Http2Follower? _second;
    private bool _saidRequest;
    private bool _saidResponse;

    public HttpFollower() => _sides = [new(this), new(this)];

    /// <summary>Whether the next response is one of HTTP/0.9, which has no head.</summary>
    public bool ExpectsBareResponse => _requests.Count > 0 && _requests[0].IsBare;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes) =>
        _second is { } second ? second.Read(in said, notes) : _sides[said.FromOriginator ? 0 : 1].Read(in said, notes);

    /// <inheritdoc/>
    public override void Finish(FlowNotes notes)
    {
        foreach (var side in _sides)
            side.Finish(notes);
        foreach (var request in _requests)
            Give(request, null, notes);
        _requests.Clear();
        _second?.Finish(notes);
    }

    /// <summary>Takes a head; says what follows it.</summary>
    public HttpBody OnHead(HttpMessage message, FlowNotes notes)
    {
        SayFacts(message, notes);
        return message.IsResponse ? OnResponse(message, notes) : OnRequest(message, notes);
    }

    /// <summary>A message is over.</summary>
    public void OnEnd(HttpMessage message, FlowNotes notes)
    {
        if (!message.IsResponse || message.Status is >= 100 and < 200)
            return;
        Give(_answered, message, notes);
        _answered = null;
    }

    /// <summary>Messages may be lost: of the requests that wait only the latest can be told to be the next response's.</summary>
    public void OnLoss(FlowNotes notes)
    {
        while (_requests.Count > 1)
        {
            Give(_requests[0], null, notes);
            _requests.RemoveAt(0);
        }
    }

    private HttpBody OnRequest(HttpMessage message, FlowNotes notes)
    {
        if (_requests.Count == MostPending)
        {
            Give(_requests[0], null, notes);
            _requests.RemoveAt(0);
        }

        _requests.Add(message);
        return message.IsChunked ? HttpBody.Chunked : message.ContentLength is > 0 ? HttpBody.Counted : HttpBody.None;
    }

    private HttpBody OnResponse(HttpMessage message, FlowNotes notes)
    {
        if (message.Status is >= 100 and < 200 and not 101)
            return HttpBody.None;
        if (_requests.Count > 0)
        {
            _answered = _requests[0];
            _requests.RemoveAt(0);
        }

        if (message.Status == 101)
            return SwitchTo(message, notes);
        if (_answered?.Method is "CONNECT" && message.Status is >= 200 and < 300)
        {
            Give(_answered, message, notes);
            _answered = null;
            notes.InnerBegins();
            return HttpBody.Other;
        }

        if (_answered?.Method is "HEAD" || message.Status is 204 or 304)
            return HttpBody.None;
        if (message.IsChunked)
            return HttpBody.Chunked;
        return message.ContentLength is not null ? HttpBody.Counted : HttpBody.UntilClose;
    }

    /// <summary>Another protocol from here on (RFC 9110 section 7.8).</summary>
    private HttpBody SwitchTo(HttpMessage message, FlowNotes notes)
    {
        var protocol = message.Upgrade ?? _answered?.Upgrade ?? "";
        if (protocol.StartsWith("h2c", StringComparison.OrdinalIgnoreCase))
        {
            // The request is answered on stream 1 (RFC 7540 section 3.2).
            notes.Inner("http2");
            _second = new Http2Follower(_answered);
            _answered = null;
            return HttpBody.Other;
        }

        Give(_answered, message, notes);
        _answered = null;
        if (protocol.StartsWith("websocket", StringComparison.OrdinalIgnoreCase))
        {
            notes.Inner("websocket");
            notes.Done();
        }
        else
        {
            notes.InnerBegins();
        }

        return HttpBody.Other;
    }

    private void SayFacts(HttpMessage message, FlowNotes notes)
    {
        if (!notes.WantsFacts)
            return;
        if (!message.IsResponse && !_saidRequest)
        {
            _saidRequest = true;
            HttpFacts.SayRequest(message, notes);
        }
        else if (message.IsResponse && !_saidResponse && message.Status >= 200)
        {
            _saidResponse = true;
            HttpFacts.SayResponse(message, notes);
        }
    }

    private static void Give(HttpMessage? request, HttpMessage? response, FlowNotes notes)
    {
        if (notes.Wants(WebRequest.Model.Name))
            notes.Event(HttpEvents.Of(request, response, notes.Ends));
    }
}
