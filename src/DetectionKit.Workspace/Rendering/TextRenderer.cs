using System.Globalization;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Rendering;

/// <summary>For people: the message, the line with a caret under what is meant, further places, and what to write instead.</summary>
/// <param name="useColour">Whether to use a terminal's colours.</param>
public sealed class TextRenderer(bool useColour = false) : IDiagnosticRenderer
{
    private const int WidestLine = 160;
    private const int Margin = 40;

    /// <inheritdoc/>
    public void Render(CheckResult result, TextWriter writer)
    {
        foreach (var diagnostic in result.Diagnostics)
            Render(diagnostic, writer);
    }

    /// <summary>Writes one diagnostic and an empty line.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="writer">Takes the text.</param>
    public void Render(Diagnostic diagnostic, TextWriter writer)
    {
        var colour = diagnostic.Severity switch { Severity.Error => 31, Severity.Warning => 33, Severity.Note => 36, _ => 0 };
        writer.Write(Paint($"{Word(diagnostic.Severity)}[{diagnostic.Descriptor.Code}]", colour));
        writer.Write(": ");
        writer.Write(Paint(OneLine(diagnostic.Message), 1));
        writer.Write('\n');
        var width = diagnostic.Labels.Select(label => label.Span).Append(diagnostic.Span)
            .Max(span => span.Start.Line.ToString(CultureInfo.InvariantCulture).Length);
        Excerpt(diagnostic.Span, "-->", '^', "", colour, width, writer);
        foreach (var label in diagnostic.Labels)
            Excerpt(label.Span, ":::", '-', label.Message, 34, width, writer);
        if (diagnostic.Fix is { } fix)
            writer.Write($"{new string(' ', width)} {Paint("=", 34)} fix: write `{OneLine(fix.Text)}`\n");
        writer.Write('\n');
    }

    internal static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Note => "note",
        _ => "note",
    };

    private void Excerpt(SourceSpan span, string arrow, char underline, string message, int colour, int width, TextWriter writer)
    {
        var (line, column) = span.Start;
        var margin = new string(' ', width);
        writer.Write($"{margin}{Paint(arrow, 34)} {span.Source.Path}:{line}:{column}\n");
        var text = span.Source.LineAt(line);
        var start = Math.Min(column - 1, text.Length);
        var length = Math.Max(1, Math.Min(span.End.Line == line ? span.Span.Length : text.Length - start, text.Length - start));

        // A long line is cut around the place.
        var from = text.Length > WidestLine ? Math.Max(0, start - Margin) : 0;
        var shown = text.Substring(from, Math.Min(WidestLine, text.Length - from));
        var before = (from > 0 ? "..." : "") + Blank(shown.AsSpan(0, start - from));
        length = Math.Min(length, Math.Max(1, shown.Length - (start - from)));
        writer.Write($"{margin} {Paint("|", 34)}\n");
        writer.Write($"{Paint(line.ToString(CultureInfo.InvariantCulture).PadLeft(width), 34)} {Paint("|", 34)} {(from > 0 ? "..." : "")}{shown.TrimEnd()}{(from + shown.Length < text.Length ? "..." : "")}\n");
        var mark = Paint(new string(underline, length) + (message.Length > 0 ? " " + OneLine(message) : ""), colour);
        writer.Write($"{margin} {Paint("|", 34)} {before.Replace("...", "   ", StringComparison.Ordinal)}{mark}\n");
    }

    /// <summary>Blanks as wide as the text, tabs kept.</summary>
    private static string Blank(ReadOnlySpan<char> text) => string.Concat(text.ToArray().Select(unit => unit == '\t' ? '\t' : ' '));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private string Paint(string text, int code) => useColour && code > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
