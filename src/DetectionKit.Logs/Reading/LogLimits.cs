namespace DetectionKit.Logs.Reading;

/// <summary>What one record may take; what does not fit is left out and counted.</summary>
/// <param name="LineBytes">The longest line or document, in bytes of UTF-8.</param>
/// <param name="Fields">The most fields of one record.</param>
public sealed record LogLimits(int LineBytes, int Fields)
{
    /// <summary>4 MiB and 2,000 fields: more than any product writes.</summary>
    public static LogLimits Default { get; } = new(4 << 20, 2000);
}
