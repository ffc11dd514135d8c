namespace DetectionKit.Traffic.Capture.Live;

/// <summary>An interface cannot be read or written: the message says why, for people.</summary>
public sealed class LiveCaptureException : Exception
{
    /// <summary>Without words.</summary>
    public LiveCaptureException()
    {
    }

    /// <summary>With the reason.</summary>
    /// <param name="message">The reason.</param>
    public LiveCaptureException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason and what led to it.</summary>
    /// <param name="message">The reason.</param>
    /// <param name="innerException">What led to it.</param>
    public LiveCaptureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
