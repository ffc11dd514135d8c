namespace DetectionKit.Abstractions.Detectors;

/// <summary>What a field's value is or, as <see cref="IsPart"/>, holds: as text, without case; of several values, any.</summary>
/// <param name="Field">The model's or the raw event's name for it.</param>
/// <param name="Text">The value, or a part of it.</param>
public readonly record struct SourceKey(string Field, string Text)
{
    /// <summary>Whether the text may stand anywhere in the value.</summary>
    public bool IsPart { get; private init; }

    /// <summary>The key of values that hold a text.</summary>
    /// <param name="field">The model's or the raw event's name for it.</param>
    /// <param name="text">Text of ASCII alone, not empty.</param>
    public static SourceKey Part(string field, string text) => new(field, text) { IsPart = true };
}
