namespace DetectionKit.Traffic.Capture;

/// <summary>One record of a capture. The bytes are a view of the reader's window: valid until the next read.</summary>
public ref struct CapturedPacket
{
    /// <summary>The captured bytes, from the link layer on.</summary>
    public ReadOnlySpan<byte> Data { get; set; }

    /// <summary>When it was captured: nanoseconds since the epoch.</summary>
    public long Time { get; set; }

    /// <summary>How long it was on the wire, in bytes; more than <see cref="Data"/> where the capture cut it.</summary>
    public int WireLength { get; set; }

    /// <summary>What the bytes begin with.</summary>
    public LinkType LinkType { get; set; }
}
