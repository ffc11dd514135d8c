namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>
/// What code that reads a protocol throws where it has a bug. Whoever sends packets must not be able to end a sensor with one, so these are caught
/// around it, and told as a weird. What sinks throw (a pipe that nobody reads, a run that was told to end) passes.
/// </summary>
internal static class ParserFailure
{
    /// <summary>Whether an exception comes of reading wrongly.</summary>
    /// <param name="exception">What was thrown.</param>
    public static bool Is(Exception exception) => exception
        is ArithmeticException or IndexOutOfRangeException or ArgumentException or FormatException or InvalidOperationException or NullReferenceException or InvalidCastException;
}
