using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Syntax;

/// <summary>A part of a search as written.</summary>
/// <param name="Span">Where it stands.</param>
internal abstract record SyntaxNode(TextSpan Span)
{
    /// <summary>The node as an s-expression, without places: two nodes that read so are the same.</summary>
    public abstract string Describe();

    /// <inheritdoc/>
    public sealed override string ToString() => Describe();

    /// <summary><c>(head item item)</c></summary>
    protected static string List(string head, params IEnumerable<string> items)
    {
        var joined = string.Join(' ', items.Where(item => item.Length > 0));
        return joined.Length == 0 ? $"({head})" : $"({head} {joined})";
    }
}
