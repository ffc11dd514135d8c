using System.Collections.Immutable;

namespace DetectionKit.Sensor.Inputs.Following;

/// <summary>How far a log was read, and where the windows begin in it whose rows are not all accepted yet.</summary>
/// <param name="Path">The log's path as it is configured.</param>
/// <param name="Read">Up to where it was read.</param>
/// <param name="Windows">The windows, in their order.</param>
internal sealed record LogPosition(string Path, FileMark Read, ImmutableArray<WindowMark> Windows);
