using System.Globalization;

namespace DetectionKit.Language.Yaml.Scalars;

/// <summary>Reads plain and quoted scalars: line folding (YAML 1.2, 6.5) and escapes (5.7).</summary>
internal static class FlowScalarReader
{
    /// <summary>Writes the content found between two offsets of the file, quotes left out; gives the place behind the last unit.</summary>
    public static int Read(string text, int start, int end, YamlScalarStyle style, ScalarWriter writer)
    {
        var blanks = new List<(char Unit, int Offset)>();
        var offset = start;
        while (offset < end)
        {
            var escapedBreak = false;
            while (offset < end && !LineBreaks.IsBlank(text[offset]) && !LineBreaks.IsBreak(text[offset]))
            {
                if (style == YamlScalarStyle.SingleQuoted && text[offset] == '\'')
                {
                    writer.Append('\'', offset);
                    offset += 2;
                }
                else if (style == YamlScalarStyle.DoubleQuoted && text[offset] == '\\' && offset + 1 < end)
                {
                    if (LineBreaks.IsBreak(text[offset + 1]))
                    {
                        offset++;
                        LineBreaks.Read(text, ref offset);
                        escapedBreak = true;
                        break;
                    }

                    Escape(text, ref offset, end, writer);
                }
                else
                {
                    writer.Append(text[offset], offset);
                    offset++;
                }
            }

            Fold(text, ref offset, end, escapedBreak, blanks, writer);
        }

        return Math.Min(offset, end);
    }

    private static void Fold(string text, ref int offset, int end, bool escapedBreak, List<(char Unit, int Offset)> blanks, ScalarWriter writer)
    {
        var start = offset;
        var sawBreak = escapedBreak;
        (char Unit, int Offset)? first = null;
        blanks.Clear();
        while (offset < end && (LineBreaks.IsBlank(text[offset]) || LineBreaks.IsBreak(text[offset])))
        {
            var at = offset;
            if (LineBreaks.IsBlank(text[offset]))
            {
                if (!sawBreak)
                    blanks.Add((text[offset], at));
                offset++;
            }
            else if (!sawBreak)
            {
                blanks.Clear();
                first = (LineBreaks.Read(text, ref offset), at);
                sawBreak = true;
            }
            else
            {
                blanks.Add((LineBreaks.Read(text, ref offset), at));
            }
        }

        if (first is { Unit: '\n' } && blanks.Count == 0)
            writer.Append(' ', start);
        else if (first is { Unit: not '\n' } special)
            writer.Append(special.Unit, special.Offset);
        writer.Append(blanks);
    }

    private static void Escape(string text, ref int offset, int end, ScalarWriter writer)
    {
        var start = offset;
        var letter = text[offset + 1];
        offset += 2;
        var digits = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            writer.Append(Named(letter), start);
            return;
        }

        if (offset + digits <= end
            && uint.TryParse(text.AsSpan(offset, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code <= 0x10FFFF && code is not (>= 0xD800 and <= 0xDFFF))
        {
            writer.Append(char.ConvertFromUtf32((int)code), start);
        }

        offset = Math.Min(offset + digits, end);
    }

    private static char Named(char letter) => letter switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' or '\t' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\u001b',
        'N' => '\u0085',
        '_' => '\u00a0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => letter,
    };
}
