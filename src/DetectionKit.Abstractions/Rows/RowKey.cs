namespace DetectionKit.Abstractions.Rows;

/// <summary>What names the row of a group across revisions: its by-values as one text, no two combinations with the same.</summary>
public abstract class RowKey
{
    /// <summary>The text. A grouping makes it when it is asked for: most rows are dropped before.</summary>
    public abstract string Text { get; }

    /// <summary>The key that is a text from the start.</summary>
    /// <param name="text">The text.</param>
    public static RowKey Of(string text) => new Whole(text);

    /// <summary>As <see cref="Of"/>.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator RowKey(string text) => Of(text);

    private sealed class Whole(string text) : RowKey
    {
        public override string Text => text;
    }
}
