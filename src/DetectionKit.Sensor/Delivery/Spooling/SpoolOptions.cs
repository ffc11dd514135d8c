namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>How a spool keeps records.</summary>
/// <param name="MaxBytes">The most bytes of all segments; beyond it records are refused.</param>
/// <param name="SegmentBytes">From how many bytes on a segment is ended.</param>
/// <param name="Sync">When records are forced onto the medium.</param>
internal sealed record SpoolOptions(long MaxBytes, long SegmentBytes, SpoolSync Sync);

/// <summary>When records are forced onto the medium (fsync(2)).</summary>
internal enum SpoolSync
{
    /// <summary>Before they count as accepted.</summary>
    Always,

    /// <summary>Once a second.</summary>
    Interval,

    /// <summary>When the system likes.</summary>
    Never,
}
