using System.Text.RegularExpressions;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Yaml;

/// <summary>Tells whether a line's indentation is to blame: the parser only says that a colon or a key is not expected.</summary>
internal static partial class IndentErrors
{
    /// <summary>A line that stands under no open block.</summary>
    /// <param name="Span">Its first character.</param>
    /// <param name="Found">Its indentation.</param>
    /// <param name="Expected">The nearest indentation that would fit.</param>
    /// <param name="Sibling">What it would stand under.</param>
    internal sealed record Misfit(SourceSpan Span, int Found, int Expected, SourceSpan Sibling);

    /// <summary>The misfit on the line at which the parser stopped; null where that line is no entry or stands well.</summary>
    /// <param name="source">The file.</param>
    /// <param name="offset">Where the parser stopped.</param>
    /// <param name="open">The block collections that are open there, outermost first.</param>
    /// <param name="closed">The one that ended last, which the line may have been meant for.</param>
    public static Misfit? Find(SourceText source, int offset, IReadOnlyList<OpenBlock> open, OpenBlock? closed)
    {
        var position = source.PositionOf(offset);
        var line = source.LineAt(position.Line);
        var indent = line.Length - line.TrimStart(' ').Length;
        if (open.Count == 0 || open.Any(block => block.Indent < 0) || !Entry().IsMatch(line))
            return null;
        var nearest = open[0];
        foreach (var block in open)
        {
            if (block.Indent == indent)
                return null;
            if (Math.Abs(block.Indent - indent) <= Math.Abs(nearest.Indent - indent))
                nearest = block;
        }

        if (closed is not null && Math.Abs(closed.Indent - indent) <= Math.Abs(nearest.Indent - indent))
            nearest = closed;
        var start = offset - (position.Column - 1) + indent;
        return new Misfit(new SourceSpan(source, new TextSpan(start, 1)), indent, nearest.Indent, nearest.LastEntry);
    }

    [GeneratedRegex(@"^ *(- |[A-Za-z_""'][\w .""'-]*:( |$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}

/// <summary>A block collection that the parser is inside of.</summary>
/// <param name="indent">Its indentation; -1: not a block but in brackets.</param>
/// <param name="begin">Where it begins.</param>
internal sealed class OpenBlock(int indent, SourceSpan begin)
{
    public int Indent { get; } = indent;

    public SourceSpan Begin { get; } = begin;

    /// <summary>Its last key or item so far.</summary>
    public SourceSpan LastEntry { get; set; } = begin;
}
