using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using YamlDotNet.Core;

namespace DetectionKit.Language.Yaml;

/// <summary>Turns the parser's error into a diagnostic at the character that is to blame.</summary>
internal static class YamlErrors
{
    public static void Report(SourceText source, YamlException exception, int skipped, YamlTreeBuilder builder, DiagnosticBag diagnostics)
    {
        var offset = (int)Math.Clamp(ToBlame(exception).Index + skipped, 0, source.Text.Length);
        if (IndentErrors.Find(source, offset, builder.Open, builder.LastClosed) is { } misfit)
        {
            diagnostics.Report(
                DiagnosticTable.BadIndent, misfit.Span, [new DiagnosticLabel(misfit.Sibling, "it would stand under this")], null, misfit.Found, misfit.Expected);
            return;
        }

        var length = offset < source.Text.Length && source.Text[offset] is not ('\r' or '\n') ? 1 : 0;
        diagnostics.Report(DiagnosticTable.InvalidYaml, new SourceSpan(source, new TextSpan(offset, length)), Message(exception.Message));
    }

    /// <summary>Some malformed input (a bracket left open, a directive cut short) ends in another exception than the parser's own.</summary>
    public static void ReportIncomplete(SourceText source, Mark mark, int skipped, IReadOnlyList<OpenBlock> open, DiagnosticBag diagnostics)
    {
        var offset = (int)Math.Clamp(mark.Index + skipped, 0, source.Text.Length);
        if (open.LastOrDefault(block => block.Indent < 0) is { } bracket)
            diagnostics.Report(DiagnosticTable.InvalidYaml, bracket.Begin, "the bracket that opens here is not closed, or a comma is missing in it");
        else
            diagnostics.Report(DiagnosticTable.InvalidYaml, new SourceSpan(source, new TextSpan(offset, 0)), "something before this place is not complete");
    }

    /// <summary>The scanner's errors run from the scalar's beginning to what it stumbled over; an end of the file is only the end of looking for a quote.</summary>
    private static Mark ToBlame(YamlException exception) =>
        exception is SyntaxErrorException
        && exception.Message.Contains("While scanning", StringComparison.Ordinal)
        && !exception.Message.Contains("next token", StringComparison.Ordinal)
        && !exception.Message.Contains("unexpected end", StringComparison.Ordinal)
        && !exception.Message.Contains("unexpected document", StringComparison.Ordinal)
            ? exception.End
            : exception.Start;

    /// <summary>What is wrong, in words that say what to do where the parser's own do not.</summary>
    private static string Message(string message)
    {
        if (message.Contains("found a tab", StringComparison.Ordinal))
            return "a tab cannot indent; write blanks";
        if (message.Contains("quoted scalar, found unexpected end", StringComparison.Ordinal))
            return "the quote that opens here is not closed";
        if (message.Contains("unknown escape", StringComparison.Ordinal))
            return "there is no such escape; write two backslashes for one";
        if (message.Contains("cannot start any token", StringComparison.Ordinal))
            return "no value begins with this character; put the text in quotes";
        var text = message.TrimEnd('.', ' ');
        return text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
