namespace DetectionKit.Traffic.Capture;

/// <summary>Where a record of a capture lies in the reader's window.</summary>
internal struct FrameSpot
{
    /// <summary>When it was captured: nanoseconds since the epoch.</summary>
    public long Time;

    /// <summary>Where its bytes begin in the window's buffer.</summary>
    public int At;

    /// <summary>How many were captured.</summary>
    public int Length;

    /// <summary>How long it was on the wire.</summary>
    public int WireLength;
}
