using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Yaml.Scalars;

/// <summary>
/// The way from a scalar's content back into the file: the scalar is read a second time, unit by unit, and what comes out must be the content that the
/// parser gave. Where it is not, the map is drawn by alignment instead, so that a place is near even where the two readings differ.
/// </summary>
internal static class ScalarMap
{
    private const int WidestIndent = 64;

    /// <summary>For each unit of the content, and the place behind the last: its offset in the file.</summary>
    public static ImmutableArray<int> Of(SourceSpan span, string value, YamlScalarStyle style) => TryRead(span, value, style) ?? Align(span, value);

    /// <summary>The map by reading; null where the reading differs from the content.</summary>
    internal static ImmutableArray<int>? TryRead(SourceSpan span, string value, YamlScalarStyle style)
    {
        var text = span.Source.Text;
        var end = span.Span.End;
        var start = ScalarProperties.Skip(text, span.Span.Start, end);
        return style switch
        {
            YamlScalarStyle.Plain => Flow(text, start, end, style, value),
            YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted => Flow(text, Math.Min(start + 1, end), Math.Max(start + 1, end - 1), style, value),
            YamlScalarStyle.Literal or YamlScalarStyle.Folded => Block(text, start, end, style == YamlScalarStyle.Folded, value),
            _ => null,
        };
    }

    private static ImmutableArray<int>? Flow(string text, int start, int end, YamlScalarStyle style, string value)
    {
        var writer = new ScalarWriter(value.Length);
        var last = FlowScalarReader.Read(text, start, Math.Min(end, text.Length), style, writer);
        return writer.Is(value) ? writer.Close(last) : null;
    }

    private static ImmutableArray<int>? Block(string text, int start, int end, bool folded, string value)
    {
        var offset = start + 1;
        var chomping = ' ';
        var hasIndicator = false;
        while (offset < end && !LineBreaks.IsBreak(text[offset]))
        {
            if (text[offset] is '#')
            {
                while (offset < end && !LineBreaks.IsBreak(text[offset]))
                    offset++;
                break;
            }

            if (text[offset] is '+' or '-')
                chomping = text[offset];
            hasIndicator |= char.IsAsciiDigit(text[offset]);
            offset++;
        }

        if (offset < end)
            LineBreaks.Read(text, ref offset);

        // An indentation indicator counts from the parent's indentation, which is not known here: the indentation is the one that gives the content.
        var first = hasIndicator ? 1 : FirstIndent(text, offset, end);
        var widest = hasIndicator ? WidestIndent : first;
        for (var indent = first; indent <= widest; indent++)
        {
            var writer = new ScalarWriter(value.Length);
            var last = BlockScalarReader.Read(text, offset, end, indent, folded, chomping, writer);
            if (writer.Is(value))
                return writer.Close(last);
        }

        return null;
    }

    private static int FirstIndent(string text, int offset, int end)
    {
        var widest = 1;
        while (offset < end)
        {
            var probe = offset;
            while (probe < end && text[probe] == ' ')
                probe++;
            widest = Math.Max(widest, probe - offset);
            if (probe >= end || !LineBreaks.IsBreak(text[probe]))
                break;
            LineBreaks.Read(text, ref probe);
            offset = probe;
        }

        return widest;
    }

    private static ImmutableArray<int> Align(SourceSpan span, string value)
    {
        var text = span.Source.Text;
        var offsets = ImmutableArray.CreateBuilder<int>(value.Length + 1);
        var offset = span.Span.Start;
        foreach (var unit in value)
        {
            var found = offset < span.Span.End ? text.IndexOf(unit, offset, span.Span.End - offset) : -1;
            offsets.Add(found >= 0 ? found : offset);
            if (found >= 0)
                offset = found + 1;
        }

        offsets.Add(Math.Max(offset, span.Span.Start));
        return offsets.MoveToImmutable();
    }
}
