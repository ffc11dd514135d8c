using DetectionKit.Traffic.Protocols.Http;

namespace DetectionKit.Traffic.Protocols.Http2;

/// <summary>A frame's header (RFC 9113 section 4.1).</summary>
/// <param name="Kind">Its type.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Length">Its payload's length.</param>
/// <param name="Time">When it came.</param>
internal readonly record struct Http2Frame(byte Kind, byte Flags, int Stream, int Length, long Time)
{
    /// <summary>The header's length.</summary>
    public const int HeaderLength = 9;

    /// <summary>DATA.</summary>
    public const byte Data = 0;

    /// <summary>HEADERS.</summary>
    public const byte Headers = 1;

    /// <summary>RST_STREAM.</summary>
    public const byte Reset = 3;

    /// <summary>PUSH_PROMISE.</summary>
    public const byte Promise = 5;

    /// <summary>CONTINUATION.</summary>
    public const byte Continuation = 9;

    /// <summary>Whether the payload has a part of a header block.</summary>
    public bool HasBlock => Kind is Headers or Promise or Continuation;

    /// <summary>Whether the stream's side is at its end.</summary>
    public bool EndsStream => (Flags & 1) != 0;

    /// <summary>Whether the header block is at its end.</summary>
    public bool EndsHeaders => (Flags & 4) != 0;

    /// <summary>The header block's part without padding, priority and promised stream (sections 6.2 and 6.6).</summary>
    public ReadOnlySpan<byte> Block(ReadOnlySpan<byte> payload)
    {
        if ((Flags & 8) != 0 && !payload.IsEmpty)
        {
            int padding = payload[0];
            payload = payload[1..];
            payload = payload[..Math.Max(0, payload.Length - padding)];
        }

        var before = Kind == Promise ? 4 : (Flags & 0x20) != 0 ? 5 : 0;
        return payload[Math.Min(before, payload.Length)..];
    }
}

/// <summary>One side's reading.</summary>
internal sealed class Http2Side
{
    /// <summary>Whether a frame was seen.</summary>
    public bool Began { get; set; }

    /// <summary>The side's header compression.</summary>
    public HpackDecoder Decoder { get; } = new();

    /// <summary>The header block so far.</summary>
    public List<byte> Block { get; } = [];

    /// <summary>The frame that opened it.</summary>
    public Http2Frame Opening { get; set; }
}

/// <summary>A stream: a request and its response.</summary>
internal sealed class Http2Stream
{
    /// <summary>The request; null: not seen.</summary>
    public HttpMessage? Request { get; set; }

    /// <summary>The response; null: not seen.</summary>
    public HttpMessage? Response { get; set; }
}
