using System.Globalization;

namespace DetectionKit.Traffic.Capture;

/// <summary>Why a capture could not be read to its end. What was read before stays good.</summary>
/// <param name="Offset">Where in the file (after decompression) the trouble begins, in bytes; null: it could not be opened.</param>
/// <param name="Reason">What is wrong, in a few words.</param>
public sealed record CaptureError(long? Offset, string Reason)
{
    /// <summary>A file could not be opened.</summary>
    /// <param name="cause">What was thrown.</param>
    public static CaptureError Of(Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return new(null, cause switch
        {
            UnauthorizedAccessException => "permission denied",
            FileNotFoundException or DirectoryNotFoundException => "no such file",
            _ => cause.Message,
        });
    }

    /// <inheritdoc/>
    public override string ToString() => Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $"{Reason} at offset {offset}") : Reason;
}
