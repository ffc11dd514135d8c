namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>A record of a segment.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Payload">What it holds.</param>
/// <param name="End">Where the next one may begin.</param>
/// <param name="Skipped">Bytes before it that are no record.</param>
internal readonly record struct SegmentRecord(long Sequence, byte[] Payload, long End, long Skipped);
