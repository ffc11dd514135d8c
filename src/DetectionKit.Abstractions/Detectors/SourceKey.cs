namespace DetectionKit.Abstractions.Detectors;

/// <summary>A field that has a value: as text, without case; of several values, any.</summary>
/// <param name="Field">The model's or the raw event's name for it.</param>
/// <param name="Text">The value.</param>
public readonly record struct SourceKey(string Field, string Text);
