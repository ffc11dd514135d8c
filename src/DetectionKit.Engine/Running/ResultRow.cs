using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>One row that a detection found.</summary>
/// <param name="Detection">The detection.</param>
/// <param name="AlertId">Names the row: the same detection, window and group have the same one in every run (32 hexadecimal digits).</param>
/// <param name="Time">When the newest contributing event was; the run's now where no event contributed.</param>
/// <param name="Row">The row; not changed any more.</param>
public sealed record ResultRow(DetectorInfo Detection, string AlertId, Timestamp Time, Row Row);
