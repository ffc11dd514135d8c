namespace DetectionKit.Language.Yaml.Scalars;

/// <summary>Steps over a node's properties: <c>&amp;anchor</c>, <c>!tag</c> and the blanks, breaks and comments behind them.</summary>
internal static class ScalarProperties
{
    public static int Skip(string text, int offset, int end)
    {
        while (offset < end && text[offset] is '&' or '!')
        {
            while (offset < end && !LineBreaks.IsBlank(text[offset]) && !LineBreaks.IsBreak(text[offset]))
                offset++;
            while (offset < end && (LineBreaks.IsBlank(text[offset]) || LineBreaks.IsBreak(text[offset]) || text[offset] == '#'))
            {
                if (text[offset] == '#')
                {
                    while (offset < end && !LineBreaks.IsBreak(text[offset]))
                        offset++;
                }
                else
                {
                    offset++;
                }
            }
        }

        return offset;
    }
}
