namespace DetectionKit.Language.Yaml.Scalars;

/// <summary>Line breaks as the scanner knows them: CR LF, CR, LF and NEL read as LF; LS and PS as themselves.</summary>
internal static class LineBreaks
{
    public static bool IsBreak(char unit) => unit is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsBlank(char unit) => unit is ' ' or '\t';

    /// <summary>The unit that a break reads as; steps over it.</summary>
    public static char Read(string text, ref int offset)
    {
        var unit = text[offset++];
        if (unit == '\r' && offset < text.Length && text[offset] == '\n')
            offset++;
        return unit is '\u2028' or '\u2029' ? unit : '\n';
    }
}
