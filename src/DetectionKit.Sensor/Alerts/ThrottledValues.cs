using DetectionKit.Abstractions.Values;

namespace DetectionKit.Sensor.Alerts;

/// <summary>Values of one rule that were in an alert, and hold back others of the same values for a while.</summary>
/// <param name="Key">The rule, the fields, and their values.</param>
/// <param name="AlertId">The alert that went out.</param>
/// <param name="Until">From when on another one goes out, by the time of events.</param>
internal sealed record ThrottledValues(string Key, string AlertId, Timestamp Until);
