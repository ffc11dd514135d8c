namespace DetectionKit.Language.Yaml.Scalars;

/// <summary>Reads literal and folded block scalars (YAML 1.2, 8.1) from behind their header.</summary>
internal static class BlockScalarReader
{
    /// <summary>Writes the content of the lines from <paramref name="offset"/> on, whose indentation is known; gives the place behind the last unit.</summary>
    /// <param name="text">The file.</param>
    /// <param name="offset">The beginning of the first line behind the header.</param>
    /// <param name="end">Where the scalar ends at the latest.</param>
    /// <param name="indent">How many blanks every line is indented by.</param>
    /// <param name="folded">Whether lines are folded.</param>
    /// <param name="chomping"><c>+</c> keeps the last line breaks, <c>-</c> drops them, anything else keeps one.</param>
    /// <param name="writer">Takes the content.</param>
    public static int Read(string text, int offset, int end, int indent, bool folded, char chomping, ScalarWriter writer)
    {
        var pending = new List<(char Unit, int Offset)>();
        (char Unit, int Offset)? lineEnd = null;
        var leadingBlank = false;
        SkipEmptyLines(text, ref offset, end, indent, pending);
        while (offset < end && IsIndented(text, offset, indent))
        {
            offset += indent;
            var trailingBlank = LineBreaks.IsBlank(text[offset]);
            if (folded && lineEnd is { Unit: '\n' } folding && !leadingBlank && !trailingBlank)
            {
                if (pending.Count == 0)
                    writer.Append(' ', folding.Offset);
            }
            else if (lineEnd is { } kept)
            {
                writer.Append(kept.Unit, kept.Offset);
            }

            writer.Append(pending);
            pending.Clear();
            lineEnd = null;
            leadingBlank = trailingBlank;
            while (offset < end && !LineBreaks.IsBreak(text[offset]))
            {
                writer.Append(text[offset], offset);
                offset++;
            }

            if (offset >= end)
                break;
            var at = offset;
            lineEnd = (LineBreaks.Read(text, ref offset), at);
            SkipEmptyLines(text, ref offset, end, indent, pending);
        }

        var last = lineEnd?.Offset ?? Math.Min(offset, end);
        if (chomping != '-' && lineEnd is { } final)
        {
            writer.Append(final.Unit, final.Offset);
            last = Math.Min(final.Offset + 1, end);
        }

        if (chomping == '+' && pending.Count > 0)
        {
            writer.Append(pending);
            last = Math.Max(last, pending[^1].Offset);
        }

        return last;
    }

    private static bool IsIndented(string text, int offset, int indent)
    {
        if (offset + indent >= text.Length)
            return false;
        for (var i = 0; i < indent; i++)
        {
            if (text[offset + i] != ' ')
                return false;
        }

        return true;
    }

    private static void SkipEmptyLines(string text, ref int offset, int end, int indent, List<(char Unit, int Offset)> breaks)
    {
        while (offset < end)
        {
            var probe = offset;
            while (probe < end && probe - offset < indent && text[probe] == ' ')
                probe++;
            if (probe >= end || !LineBreaks.IsBreak(text[probe]))
                return;
            var at = probe;
            breaks.Add((LineBreaks.Read(text, ref probe), at));
            offset = probe;
        }
    }
}
