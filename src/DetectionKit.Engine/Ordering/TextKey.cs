using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Engine.Ordering;

/// <summary>A row's key that is a text from the start.</summary>
/// <param name="text">The text.</param>
internal sealed class TextKey(string text) : RowKey
{
    /// <inheritdoc/>
    public override string Text => text;
}
