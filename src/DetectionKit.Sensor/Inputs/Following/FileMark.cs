namespace DetectionKit.Sensor.Inputs.Following;

/// <summary>A place in a log.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Bytes before it.</param>
internal sealed record FileMark(FileIdentity File, long Offset);

/// <summary>Where a window begins in a log: what was read there first came into the window.</summary>
/// <param name="Window">When the window began, in nanoseconds; 0: the run.</param>
/// <param name="Mark">The place.</param>
internal sealed record WindowMark(long Window, FileMark Mark);
