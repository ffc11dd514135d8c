namespace DetectionKit.Engine.Live;

/// <summary>How a window ended.</summary>
public enum WindowEnd
{
    /// <summary>Its time was over.</summary>
    Over,

    /// <summary>The run ended before its time was over: it may go on in another run.</summary>
    Cut,

    /// <summary>Its time was over, and too many windows before it waited to be closed: rows that had been given end as they were, others were not made.</summary>
    Shed,
}
