namespace DetectionKit.Traffic.Flows;

/// <summary>Whether a capture lacks data of a stream, told at its end: fewer bytes were seen than its sequence numbers count.</summary>
/// <remarks>
/// Counting costs nothing on a packet's way. Bytes that came twice can hide a gap as long as they are; only an unbroken stretch of numbers
/// would tell those, at the price of a list for each stream.
/// </remarks>
internal static class StreamGaps
{
    /// <summary>Whether bytes between the first and the highest one seen are missing.</summary>
    /// <param name="side">One side of a TCP flow.</param>
    public static bool Misses(in FlowSide side)
    {
        if ((side.Facts & (SideFacts.Data | SideFacts.Sequence)) != (SideFacts.Data | SideFacts.Sequence))
            return false;
        // Of streams longer than the numbers' half circle nothing can be said.
        var length = unchecked((int)(side.NextSequence - side.InitialSequence - 1));
        return length > 0 && side.Payload < length;
    }
}
