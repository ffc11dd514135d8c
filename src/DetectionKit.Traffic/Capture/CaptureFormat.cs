namespace DetectionKit.Traffic.Capture;

/// <summary>One file format: takes records out of the window one by one.</summary>
internal abstract class CaptureFormat(ByteWindow window)
{
    /// <summary>The bytes of the file.</summary>
    protected ByteWindow Window { get; } = window;

    /// <summary>What stopped reading, if it was not the file's end.</summary>
    public CaptureError? Error { get; private set; }

    /// <summary>What the frames of records read ahead begin with.</summary>
    public LinkType LinkType { get; protected init; }

    /// <summary>Reads the next record. False at the end, and at the first trouble (then <see cref="Error"/> says which).</summary>
    /// <param name="packet">The record.</param>
    public abstract bool Read(ref CapturedPacket packet);

    /// <summary>Takes records that are whole and sound in the window as it is; 0 where <see cref="Read"/> has to see to the next one.</summary>
    /// <param name="spots">Filled from its begin.</param>
    public virtual int ReadAhead(Span<FrameSpot> spots) => 0;

    /// <summary>Says what is wrong with the bytes at the window's begin.</summary>
    /// <param name="reason">A few words.</param>
    protected bool Fail(string reason)
    {
        Error ??= new CaptureError(Window.Offset, Window.StreamError ?? reason);
        return false;
    }

    /// <summary>Ends reading: fine where no byte is left and the stream was whole.</summary>
    /// <param name="reason">What to say where bytes are left.</param>
    protected bool EndOrFail(string reason) => Window.View.IsEmpty && Window.StreamError is null ? false : Fail(reason);
}
