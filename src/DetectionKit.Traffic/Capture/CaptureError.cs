namespace DetectionKit.Traffic.Capture;

/// <summary>Why a capture could not be read to its end. What was read before stays good.</summary>
/// <param name="Offset">Where in the file (after decompression) the trouble begins, in bytes.</param>
/// <param name="Reason">What is wrong, in a few words.</param>
public sealed record CaptureError(long Offset, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Reason} at offset {Offset}";
}
