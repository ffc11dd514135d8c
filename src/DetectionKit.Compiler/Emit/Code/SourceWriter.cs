using System.Globalization;
using System.Text;
using DetectionKit.Language.Text;

namespace DetectionKit.Compiler.Emit.Code;

/// <summary>Writes C# line by line, indented, with the directives that lead back to the rule's file.</summary>
/// <param name="rule">The rule's text.</param>
/// <param name="indent">How deep the first line stands, in steps of four.</param>
internal sealed class SourceWriter(SearchText rule, int indent = 0)
{
    // What the C# specification allows in a #line directive.
    private const int LastLine = 0xfeefed;
    private const int LastColumn = 0x10000;

    private readonly StringBuilder _code = new();
    private int _indent = indent;
    private bool _mapped;

    /// <summary>Writes a line in the generated file's own right.</summary>
    public void Line(string text = "")
    {
        if (_mapped)
            _code.Append("#line default\n");
        _mapped = false;
        Write(text);
    }

    /// <summary>Adds what another writer wrote, as it is.</summary>
    public void Append(SourceWriter other)
    {
        _code.Append(other._code);
        _mapped = other._mapped;
    }

    /// <summary>Writes a line that stands for a stretch of the rule.</summary>
    public void Line(TextSpan span, string text)
    {
        var place = rule.Locate(span);
        var (start, end) = (place.Start, place.End);

        // The directive names the last character, not the place behind it.
        var last = Math.Max(end.Column - 1, end.Line == start.Line ? start.Column : 1);
        _code.Append(CultureInfo.InvariantCulture, $"#line ({Fit(start.Line, LastLine)},{Fit(start.Column, LastColumn)})-({Fit(end.Line, LastLine)},{Fit(last, LastColumn)})");

        // Whatever starts before that column stands for the whole stretch.
        _code.Append(CultureInfo.InvariantCulture, $" {LastColumn} \"{PathText(place.Source.Path)}\"\n");
        _mapped = true;
        Write(text);
    }

    /// <summary>Opens a block.</summary>
    public void Open()
    {
        Line("{");
        _indent++;
    }

    /// <summary>Closes a block.</summary>
    public void Close()
    {
        _indent--;
        Line("}");
    }

    /// <inheritdoc/>
    public override string ToString() => _code.ToString();

    private static int Fit(int number, int last) => Math.Clamp(number, 1, last);

    // A directive knows no escapes: what would end the name, or the line, is left out of it.
    private static string PathText(string path) => Literals.Comment(path).Replace('"', '\'');

    private void Write(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
                _code.Append(' ', _indent * 4).Append(line);
            _code.Append('\n');
        }
    }
}
