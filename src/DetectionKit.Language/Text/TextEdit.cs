using System.Text;

namespace DetectionKit.Language.Text;

/// <summary>A stretch of a text and what is to stand there instead.</summary>
/// <param name="Span">The stretch; empty: a place between two units.</param>
/// <param name="Text">What replaces it.</param>
public readonly record struct TextEdit(TextSpan Span, string Text)
{
    /// <summary>A text after edits. They do not overlap; those at one place take effect in the order given.</summary>
    /// <param name="text">The text.</param>
    /// <param name="edits">The edits.</param>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Span.Start))
        {
            result.Append(text, at, edit.Span.Start - at).Append(edit.Text);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
